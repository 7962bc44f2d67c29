import type { AnswerPlace } from '#shared/history/decision-record';
import type { AnswerView, Ending, ItemDetail, Trail, WaitsFor } from '#shared/inbox/item';
import { duration } from '#shared/inbox/urgency';
import type { ReturnReason } from '#shared/outbox/outbox';
import { isKnownFlag, type KnownFlag, needsConfirmation } from '#shared/protocol/flags';
import { visibleText } from '#shared/text/hidden-characters';

type FlagWords = {
  /** After the action's name: "“Roll out” …". Nothing where the flag only asks for a confirmation. */
  clause: string | undefined;
  /** In the confirmation. */
  sentence: string;
};

const flagWords: Record<KnownFlag, FlagWords> = {
  destructive: {
    clause: 'destroys or overwrites something',
    sentence: 'It destroys or overwrites something.',
  },
  irreversible: { clause: 'cannot be undone', sentence: 'It cannot be undone.' },
  affects_others: {
    clause: 'affects other people',
    sentence: 'Other people will notice.',
  },
  costly: {
    clause: 'costs money, computing or time',
    sentence: 'It costs money, computing or time.',
  },
  experimental: { clause: 'is experimental', sentence: 'It is experimental.' },
  time_sensitive: {
    clause: 'loses its value quickly',
    sentence: 'It loses its value quickly.',
  },
  requires_confirmation: {
    clause: undefined,
    sentence: 'The service asks for a confirmation.',
  },
};

export function flagSentence(flag: string): string {
  return isKnownFlag(flag) ? flagWords[flag].sentence : `The service marked it “${visibleText(flag)}”.`;
}

/** What choosing a flagged action means, to follow its name: "cannot be undone and is noticed by other people." */
export function flagNote(flags: readonly string[]): string | undefined {
  if (!needsConfirmation(flags)) return undefined;
  const clauses = flags.flatMap((flag) => (isKnownFlag(flag) ? (flagWords[flag].clause ?? []) : []));
  const asked = 'You will be asked to confirm.';
  if (clauses.length === 0) return `asks to be confirmed. ${asked}`;
  const last = clauses.at(-1);
  const joined = clauses.length === 1 ? last : `${clauses.slice(0, -1).join(', ')} and ${last}`;
  return `${joined}. ${asked}`;
}

/** Keys of metadata that speak of cost, for the confirmation of a costly action (section 12). */
const costKey = /cost|price|amount|budget|spend|fee|charge|estimate|total|credits|tokens|hours|eur|usd|gbp/i;

export function costEntries(metadata: Record<string, unknown>): [string, string][] {
  return Object.entries(metadata)
    .filter(([key, value]) => costKey.test(key) && ['string', 'number'].includes(typeof value))
    .slice(0, 6)
    .map(([key, value]) => [key, String(value)]);
}

/** How a person's answer stands, in words: a heading and, where there is more to say, a sentence. */
export function answerHeading(answer: AnswerView): string {
  switch (answer.state) {
    case 'held':
      return 'Saved';
    case 'waiting':
      return waitingHeading[answer.waitsFor];
    case 'sending':
      return 'Sending';
    case 'accepted':
      return 'Accepted by the server';
    case 'delivered':
      return 'Delivered to the agent';
    case 'returned':
      return returnedHeading[answer.because];
  }
}

const waitingHeading: Record<WaitsFor, string> = {
  connection: 'Saved, waiting for the connection',
  server: 'Saved, the server asked to wait',
  token: 'Saved, waiting for the account’s token',
  resume: 'Saved, waiting for the account to be resumed',
};

/** What a waiting answer waits for; `waitMs` is the time until it is tried again, undefined where no time ends the wait. */
export function waitingWords(waitsFor: WaitsFor, waitMs: number | undefined): string {
  if (waitsFor === 'resume')
    return 'The account is paused. It is kept on this computer and sent when you resume it in Settings.';
  if (waitsFor === 'token' || waitMs === undefined) {
    return 'It is kept on this computer. The server does not accept this app’s token: with one that it accepts, the answer goes out by itself.';
  }
  const next = waitMs > 0 ? `Next try in ${duration(waitMs)}.` : 'Trying now.';
  return `It is kept on this computer and sent as soon as that works. ${next}`;
}

/** Who was first, with what, and when. `time` says a moment in the person's own way. */
export function winnerWords(
  { responder, words, at, byMe }: Extract<Ending, { how: 'answered' }>,
  time: (ms: number) => string,
): string {
  const name = responder && `${responder.type === 'agent' ? 'The agent ' : ''}${visibleText(responder.id)}`;
  const who = byMe ? 'You' : (name ?? 'Somebody else');
  return `${who} answered${words === undefined ? '' : ` “${visibleText(words)}”`} at ${time(at)}.`;
}

const returnedHeading: Record<ReturnReason, string> = {
  'too-late': 'Too late: the question had expired',
  withdrawn: 'Not sent: the question was withdrawn',
  'already-answered': 'Already answered: somebody else was first',
  refused: 'The server did not accept this answer',
  'confirm-again': 'It waited too long: please confirm it once more',
};

/** What a person can do about an answer that came back. */
export const returnedAdvice: Record<ReturnReason, string | undefined> = {
  'too-late': undefined,
  withdrawn: undefined,
  'already-answered': undefined,
  refused: 'What you entered is still below. Correct it and send it again.',
  'confirm-again': undefined,
};

/** Over what was entered for a question that ended before it was sent. */
export const unsentHeading = 'Not sent: what you had entered';

/** Why an item that is not open takes no answer, or undefined where the answer's own status says it all. */
export function endingWords(ending: Ending): { heading: string; words: string | undefined } {
  switch (ending.how) {
    case 'expired':
      return { heading: 'Expired', words: 'The deadline passed before anybody answered. Nothing was sent for you.' };
    case 'withdrawn':
      return {
        heading: 'Withdrawn by the service',
        words: ending.reason ? `Its reason: ${visibleText(ending.reason)}` : 'It gave no reason.',
      };
    case 'answered': {
      const said = ending.words === undefined ? undefined : `“${ending.words}”`;
      if (ending.byMe) return { heading: 'You answered this', words: said };
      const { responder } = ending;
      const who = responder && `${responder.type === 'agent' ? 'the agent' : ''} ${visibleText(responder.id)}`.trim();
      return { heading: `Answered elsewhere${who ? ` by ${who}` : ''}`, words: said };
    }
  }
}

/** One moment of an item's life, in server time. `ended`: it is over without an answer. */
export type Receipt = { at: number | undefined; what: string; more: string; standing: 'done' | 'ended' | 'to-come' };

/**
 * What happened to an item, in order. Times are server time in ms; those of this machine are brought there by
 * `clockOffsetMs`.
 */
export function receiptsOf(item: ItemDetail, clockOffsetMs: number): Receipt[] {
  const { answer, ending } = item;
  const server = (ms: number) => ms + clockOffsetMs;
  const receipts: Receipt[] = [
    { at: item.timestamp, what: 'Asked', more: `by ${visibleText(item.serviceName)}`, standing: 'done' },
  ];
  const late = server(item.receivedAt) - item.timestamp;
  receipts.push({
    at: server(item.receivedAt),
    what: 'Received',
    more: late > 60_000 ? `on this computer, ${duration(late)} later` : 'on this computer',
    standing: 'done',
  });
  if (item.seenAt !== undefined) {
    receipts.push({ at: server(item.seenAt), what: 'Seen', more: 'on this computer', standing: 'done' });
  }
  const { trail } = item;
  if (answer) receipts.push(...answerReceipts(answer, trail, item.timestamp, server));
  if (ending && !(ending.how === 'answered' && answer && answer.state !== 'returned')) {
    const { heading } = endingWords(ending);
    const standing = ending.how === 'answered' ? 'done' : 'ended';
    receipts.push({ at: ending.at, what: heading, more: endingMore(item, ending), standing });
  }
  return receipts.sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY));
}

function endingMore({ timestamp, seenAt }: ItemDetail, ending: Ending): string {
  switch (ending.how) {
    case 'expired':
    case 'withdrawn':
      return seenAt === undefined ? 'without having been seen here' : '';
    case 'answered': {
      const said = ending.words === undefined ? '' : `“${visibleText(ending.words)}”, `;
      return `${said}after ${duration(ending.at - timestamp)}`;
    }
  }
}

/** Where on this computer a person answered. */
const placeWords: Record<AnswerPlace, string> = {
  window: 'in this window',
  notification: 'on the notification',
  tray: 'from the tray',
  composer: 'in the composer',
};

function answerReceipts(
  answer: AnswerView,
  { from, deliveredAt }: Trail,
  askedAt: number,
  server: (ms: number) => number,
): Receipt[] {
  const savedAt = server(answer.savedAt);
  const answered: Receipt = {
    at: savedAt,
    what: 'Answered',
    more: `“${answer.words}” by you${from === undefined ? '' : ` ${placeWords[from]}`}, after ${duration(savedAt - askedAt)}`,
    standing: 'done',
  };
  switch (answer.state) {
    case 'held':
    case 'waiting':
    case 'sending':
      return [answered, { at: undefined, what: 'Not sent yet', more: '', standing: 'to-come' }];
    case 'returned':
      return [{ ...answered, more: `“${answer.words}”: ${answer.message}` }];
    case 'accepted':
      return [
        answered,
        accepted(server(answer.acceptedAt), savedAt),
        { at: undefined, what: 'Not picked up', more: 'by the agent yet', standing: 'to-come' },
      ];
    case 'delivered':
      return [
        answered,
        accepted(server(answer.acceptedAt), savedAt),
        delivered(deliveredAt, server(answer.acceptedAt)),
      ];
  }
}

/** When it left this computer: how long it was held, or waited, is said where it can be felt. */
function accepted(at: number, savedAt: number): Receipt {
  const waited = at - savedAt;
  const more = waited < 2_000 ? 'by the server' : `by the server, ${duration(waited)} after you answered`;
  return { at, what: 'Accepted', more, standing: 'done' };
}

/** The two clocks need not agree to the second, so a delivery never stands before its acceptance. */
function delivered(deliveredAt: number | undefined, acceptedAt: number): Receipt {
  const at = deliveredAt === undefined ? undefined : Math.max(deliveredAt, acceptedAt);
  const waited = at === undefined ? 0 : at - acceptedAt;
  const more = waited < 2_000 ? 'to the agent' : `to the agent, ${duration(waited)} later`;
  return { at, what: 'Delivered', more, standing: 'done' };
}

/** The state of an item that is no longer open, in a word or two. */
export function statusWords(item: ItemDetail): string {
  if (item.ending?.how === 'answered' && !item.ending.byMe) return 'answered elsewhere';
  switch (item.status) {
    case 'expired':
      return 'expired';
    case 'invalidated':
      return 'withdrawn';
    case 'completed':
      return 'delivered';
    case 'responded':
      return 'answered';
    default:
      return item.ending === undefined ? 'open' : item.ending.how;
  }
}
