import type { AnswerView, Ending, ItemRow, WaitsFor } from '../inbox/item.ts';
import type { ItemKey } from '../inbox/item-key.ts';
import type { AppError } from '../result.ts';
import type { Note } from './native-note.ts';
import { plainLine } from './plain.ts';

/** What a person is told after a press that was no plain success. */
export type Said = { title: string; body?: string | undefined };

const prefix = 'said:';

/** A short note about what became of an answer. A click opens the item. */
export function saidNote(key: ItemKey | undefined, question: string | undefined, { title, body }: Said): Note {
  return {
    tag: `${prefix}${key ?? ''}`,
    title,
    body: [body, question === undefined ? undefined : `“${plainLine(question, 120)}”`].filter(Boolean).join('\n'),
    urgency: 'normal',
    isSilent: true,
    isSending: false,
    buttons: [],
  };
}

/** The tag of the item that a note is about, whether it asks or tells. */
export function itemTag(tag: string): string {
  return tag.startsWith(prefix) ? tag.slice(prefix.length) : tag;
}

export function saidTag(key: ItemKey): string {
  return `${prefix}${key}`;
}

const savedTitles: Record<WaitsFor, string> = {
  connection: 'Saved, will be sent when online',
  server: 'Saved, the server asked to wait',
  token: 'Saved, waiting for the account’s token',
  resume: 'Saved, will be sent when its account is resumed',
};

/** What an answer that came from a notification has become, where that is to be said; undefined for plain success. */
export function saidOfAnswer(answer: AnswerView, ending: Ending | undefined): Said | undefined {
  // A first try that has not failed yet is no news.
  if (answer.state === 'waiting' && (answer.waitsFor !== 'connection' || answer.because !== undefined)) {
    return {
      title: savedTitles[answer.waitsFor],
      body: `“${plainLine(answer.words, 120)}” is kept on this computer.`,
    };
  }
  if (answer.state !== 'returned') return undefined;
  const notSent = `“${plainLine(answer.words, 120)}” was not sent.`;
  switch (answer.because) {
    case 'too-late':
      return { title: 'Too late', body: `The deadline had passed. ${notSent}` };
    case 'withdrawn':
      return { title: 'Withdrawn', body: `The service withdrew the question. ${notSent}` };
    case 'already-answered':
      return { title: `Already answered${byWhom(ending)}`, body: notSent };
    case 'confirm-again':
      return { title: 'Please confirm once more', body: `It waited too long. ${notSent}` };
    default:
      return { title: 'The server refused the answer', body: `${plainLine(answer.message, 200)} ${notSent}` };
  }
}

/** Why a press sent nothing. `row`: the item as it stands, if it is known here. */
export function saidOfRefusal(error: AppError, row: Pick<ItemRow, 'ending'> | undefined): Said {
  const ending = row?.ending;
  const nothing = 'Nothing was sent.';
  if (error.code === 'answer/in-flight') return { title: 'Already on its way', body: error.message };
  if (ending?.how === 'answered') return { title: `Already answered${byWhom(ending)}`, body: nothing };
  if (ending?.how === 'withdrawn') return { title: 'Withdrawn', body: `${error.message} ${nothing}` };
  if (error.code === 'item/closed') return { title: 'Too late', body: `${error.message} ${nothing}` };
  if (error.code === 'answer/not-saved') return { title: 'Your answer could not be saved', body: error.hint };
  return { title: nothing, body: [error.message, error.hint].filter(Boolean).join(' ') };
}

function byWhom(ending: Ending | undefined): string {
  if (ending?.how !== 'answered') return '';
  if (ending.byMe) return ' by you';
  const { responder } = ending;
  if (!responder) return ' elsewhere';
  return ` by ${responder.type === 'agent' ? 'the agent ' : ''}${plainLine(responder.id, 40)}`;
}

/** The button or field is not (or no longer) one that answers. */
export const saidOfUnknown: Said = {
  title: 'Nothing was sent',
  body: 'This button is not one that the app knows. Please answer in the inbox.',
};

export const saidOfOldButton: Said = {
  title: 'Nothing was sent',
  body: 'This button has done its work already. Please look at the question once more.',
};

export const saidOfLateUndo: Said = { title: 'Too late to undo', body: 'The answer was sent already.' };

export const saidOfTakenBack = 'Taken back. Nothing was sent.';
