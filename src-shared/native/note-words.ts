import type { ItemRow } from '../inbox/item.ts';
import { criticalMs, timeLeft } from '../inbox/urgency.ts';
import { words } from '../words/words.ts';
import type { Note, NoteCapabilities } from './native-note.ts';
import { idOfAct } from './note-act.ts';
import { type Asked, formsFor, type NoteForms } from './note-forms.ts';
import { excerpt, plainLine } from './plain.ts';

const appName = 'Triage Inbox';

/** What an item's note is made from. `now` is server time in ms. */
export type NoteSource = {
  row: Pick<ItemRow, 'key' | 'title' | 'serviceName' | 'project' | 'deadline' | 'flags'>;
  asked: Asked & { notification: { context: { description: string } } };
  capabilities: NoteCapabilities;
  showsContent: boolean;
  now: number;
};

/**
 * Why an item's note is shown now. `asked`: it arrived. `asked-again`: the same note with fresh buttons, since the
 * question changed or its answer was taken back. `reminder`: its deadline comes near. `returned`: its snooze is over.
 */
export type NoteOccasion =
  | { kind: 'asked'; sound: boolean }
  | { kind: 'asked-again'; said?: string }
  | { kind: 'reminder' }
  | { kind: 'returned' };

/** The note that asks an item's question. With content hidden it says only that something waits (lock screens). */
export function askingNote(source: NoteSource, occasion: NoteOccasion): Note {
  const { row, asked, capabilities, showsContent, now } = source;
  const { deadline } = row;
  const isNear = deadline !== undefined && deadline - now <= criticalMs;
  const isCritical = occasion.kind === 'reminder' || row.flags.includes('time_sensitive') || isNear;
  const said = [
    occasion.kind === 'reminder' && deadline !== undefined
      ? words.notes.reminder(timeLeft(deadline, now).words)
      : undefined,
    occasion.kind === 'asked-again' ? occasion.said : undefined,
    occasion.kind === 'returned' ? words.snooze.noteReturned : undefined,
  ];
  const content = showsContent
    ? { title: titleOf(row), body: lines([...said, origin(row), excerpt(asked.notification.context.description, 240)]) }
    : { title: appName, body: lines([...said, words.notes.somethingWaits]) };
  return {
    tag: row.key,
    ...content,
    urgency: isCritical ? 'critical' : 'normal',
    isSilent: !(occasion.kind === 'asked' && occasion.sound),
    isSending: false,
    ...(showsContent ? formsFor(asked, capabilities) : openOnly(capabilities)),
  };
}

/** The note of an item whose answer can still be taken back: `seconds` until it is sent. */
export function sendingNote(
  source: Pick<NoteSource, 'row' | 'capabilities' | 'showsContent'>,
  answer: { words: string; savedAt: number; seconds: number },
): Note {
  const { row, capabilities, showsContent } = source;
  const when = words.notes.willBeSent(answer.seconds);
  const undo = { id: idOfAct({ do: 'undo', key: row.key, savedAt: answer.savedAt }), label: words.notes.undo };
  return {
    tag: row.key,
    title: showsContent ? titleOf(row) : appName,
    body: showsContent ? lines([words.notes.quoted(plainLine(answer.words, 120)), when]) : when,
    urgency: 'normal',
    isSilent: true,
    isSending: true,
    buttons: capabilities.actions > 0 ? [undo] : [],
  };
}

export const summaryTag = 'summary';

/** The note for a burst. `first`: the most urgent of the items that it stands for, `count` of them in all. */
export function summaryNote(
  first: readonly Pick<ItemRow, 'title'>[],
  count: number,
  { showsContent, isSilent }: { showsContent: boolean; isSilent: boolean },
): Note {
  return {
    tag: summaryTag,
    title: showsContent ? words.notes.more(count) : appName,
    body: showsContent ? first.map((row) => plainLine(row.title, 80)).join('\n') : words.notes.somethingWaits,
    urgency: 'normal',
    isSilent,
    isSending: false,
    buttons: [],
  };
}

function openOnly({ actions }: NoteCapabilities): NoteForms {
  return { buttons: actions > 0 ? [{ id: idOfAct({ do: 'open' }), label: words.notes.open }] : [] };
}

function titleOf({ title }: Pick<ItemRow, 'title'>): string {
  return plainLine(title, 120);
}

function origin({ serviceName, project }: Pick<ItemRow, 'serviceName' | 'project'>): string {
  return [serviceName, project]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plainLine(part ?? '', 80))
    .join(' · ');
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}
