import type { AnswerView, Ending, ItemRow } from '../inbox/item.ts';
import type { ItemKey } from '../inbox/item-key.ts';
import type { AppError } from '../result.ts';
import { words } from '../words/words.ts';
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
    body: [body, question === undefined ? undefined : words.notes.quoted(plainLine(question, 120))]
      .filter(Boolean)
      .join('\n'),
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

/** What an answer that came from a notification has become, where that is to be said; undefined for plain success. */
export function saidOfAnswer(answer: AnswerView, ending: Ending | undefined): Said | undefined {
  // A first try that has not failed yet is no news.
  if (answer.state === 'waiting' && (answer.waitsFor !== 'connection' || answer.because !== undefined)) {
    return {
      title: words.said.waitsFor[answer.waitsFor],
      body: words.said.kept(plainLine(answer.words, 120)),
    };
  }
  if (answer.state !== 'returned') return undefined;
  const notSent = words.said.notSent(plainLine(answer.words, 120));
  const { said } = words;
  switch (answer.because) {
    case 'too-late':
      return { title: said.tooLate, body: `${said.deadlinePassed} ${notSent}` };
    case 'withdrawn':
      return { title: said.withdrawn, body: `${said.serviceWithdrew} ${notSent}` };
    case 'already-answered':
      return { title: alreadyAnswered(ending), body: notSent };
    case 'confirm-again':
      return { title: said.confirmAgain, body: `${said.waitedTooLong} ${notSent}` };
    default:
      return { title: said.refused, body: `${plainLine(answer.message, 200)} ${notSent}` };
  }
}

/** Why a press sent nothing. `row`: the item as it stands, if it is known here. */
export function saidOfRefusal(error: AppError, row: Pick<ItemRow, 'ending'> | undefined): Said {
  const { said } = words;
  const ending = row?.ending;
  const nothing = said.nothingSent;
  if (error.code === 'answer/in-flight') return { title: said.onItsWay, body: error.message };
  if (ending?.how === 'answered') return { title: alreadyAnswered(ending), body: nothing };
  if (ending?.how === 'withdrawn') return { title: said.withdrawn, body: `${error.message} ${nothing}` };
  if (error.code === 'item/closed') return { title: said.tooLate, body: `${error.message} ${nothing}` };
  if (error.code === 'answer/not-saved') return { title: said.notSaved, body: error.hint };
  return { title: nothing, body: [error.message, error.hint].filter(Boolean).join(' ') };
}

function alreadyAnswered(ending: Ending | undefined): string {
  const { already } = words.said;
  if (ending?.how !== 'answered') return already.answered;
  if (ending.byMe) return already.byYou;
  const { responder } = ending;
  if (!responder) return already.elsewhere;
  const who = plainLine(responder.id, 40);
  return responder.type === 'agent' ? already.byAgent(who) : already.by(who);
}

/** The button or field is not (or no longer) one that answers. */
export function saidOfUnknown(): Said {
  return { title: words.said.nothingSentTitle, body: words.said.unknownButton };
}

export function saidOfOldButton(): Said {
  return { title: words.said.nothingSentTitle, body: words.said.oldButton };
}

export function saidOfLateUndo(): Said {
  return { title: words.said.lateUndo, body: words.said.wasSent };
}
