import type { AnswerView, Ending, ItemDetail, Trail } from '#shared/inbox/item';
import { duration } from '#shared/inbox/urgency';
import { visibleText } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import { endingWords } from './endings.ts';

/** One moment of an item's life, in server time. `ended`: it is over without an answer. */
export type Receipt = { at: number | undefined; what: string; more: string; standing: 'done' | 'ended' | 'to-come' };

/** A step that took longer than this is said to have: it can be felt, in ms. */
const feltMs = 2_000;

/**
 * What happened to an item, in order. Times are server time in ms; those of this machine are brought there by
 * `clockOffsetMs`.
 */
export function receiptsOf(item: ItemDetail, clockOffsetMs: number): Receipt[] {
  const { answer, ending } = item;
  const say = words.receipts;
  const server = (ms: number) => ms + clockOffsetMs;
  const asked = say.askedBy(visibleText(item.serviceName));
  const receipts: Receipt[] = [{ at: item.timestamp, what: say.asked, more: asked, standing: 'done' }];
  const late = server(item.receivedAt) - item.timestamp;
  receipts.push({
    at: server(item.receivedAt),
    what: say.received,
    more: late > 60_000 ? say.receivedLate(duration(late)) : say.receivedHere,
    standing: 'done',
  });
  if (item.seenAt !== undefined) {
    receipts.push({ at: server(item.seenAt), what: say.seen, more: say.seenHere, standing: 'done' });
  }
  if (answer) receipts.push(...answerReceipts(answer, item.trail, item.timestamp, server));
  if (ending && !(ending.how === 'answered' && answer && answer.state !== 'returned')) {
    const { heading } = endingWords(ending);
    const standing = ending.how === 'answered' ? 'done' : 'ended';
    receipts.push({ at: ending.at, what: heading, more: endingMore(item, ending), standing });
  }
  return receipts.sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY));
}

function endingMore({ timestamp, seenAt }: ItemDetail, ending: Ending): string {
  const say = words.receipts;
  switch (ending.how) {
    case 'expired':
    case 'withdrawn':
      return seenAt === undefined ? say.unseen : '';
    case 'answered': {
      const wait = duration(ending.at - timestamp);
      return ending.words === undefined ? say.elsewhere(wait) : say.elsewhereSaid(visibleText(ending.words), wait);
    }
  }
}

function answerReceipts(
  answer: AnswerView,
  { from, deliveredAt }: Trail,
  askedAt: number,
  server: (ms: number) => number,
): Receipt[] {
  const say = words.receipts;
  const savedAt = server(answer.savedAt);
  const byYou = from === undefined ? say.byYou : say.byYouIn[from];
  const answered: Receipt = {
    at: savedAt,
    what: say.answered,
    more: byYou(answer.words, duration(savedAt - askedAt)),
    standing: 'done',
  };
  switch (answer.state) {
    case 'held':
    case 'waiting':
    case 'sending':
      return [answered, { at: undefined, what: say.notSent, more: '', standing: 'to-come' }];
    case 'returned':
      return [{ ...answered, more: say.cameBack(answer.words, answer.message) }];
    case 'accepted':
      return [
        answered,
        accepted(server(answer.acceptedAt), savedAt),
        { at: undefined, what: say.notPickedUp, more: say.notPickedUpYet, standing: 'to-come' },
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
  const say = words.receipts;
  const waited = at - savedAt;
  const more = waited < feltMs ? say.byServer : say.byServerLate(duration(waited));
  return { at, what: say.accepted, more, standing: 'done' };
}

/** The two clocks need not agree to the second, so a delivery never stands before its acceptance. */
function delivered(deliveredAt: number | undefined, acceptedAt: number): Receipt {
  const say = words.receipts;
  const at = deliveredAt === undefined ? undefined : Math.max(deliveredAt, acceptedAt);
  const waited = at === undefined ? 0 : at - acceptedAt;
  const more = waited < feltMs ? say.toAgent : say.toAgentLate(duration(waited));
  return { at, what: say.delivered, more, standing: 'done' };
}
