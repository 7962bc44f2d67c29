import type { OutboxEntry } from '#main/outbox/outbox-entry';
import type { StoredRow } from '#main/store/stored-notification';
import type { AccountHold } from '#shared/inbox/account';
import type { AnswerView, Ending } from '#shared/inbox/item';
import { unreachable } from '#shared/result';

/** How a decision stands, in the words of the interface (design.md 3.6). */
export function answerViewOf(entry: OutboxEntry, row: StoredRow, hold: AccountHold | undefined): AnswerView {
  const { actionId, words, data, savedAt, state } = entry;
  const base = { actionId, words, data, savedAt };
  switch (state.at) {
    case 'held':
      return { ...base, state: 'held', sendAt: state.sendAt };
    case 'queued':
      return { ...base, state: 'waiting', because: state.because, retryAt: state.notBefore, hold };
    case 'sending':
      return { ...base, state: 'sending' };
    case 'accepted':
      return {
        ...base,
        state: row.state.status === 'completed' ? 'delivered' : 'accepted',
        acceptedAt: state.acceptedAt,
      };
    case 'returned':
      return {
        ...base,
        state: 'returned',
        because: state.because,
        message: state.message,
        code: state.code,
        requestId: state.requestId,
      };
    default:
      return unreachable(state);
  }
}

/** How an item ended, or undefined while it is open. */
export function endingOf(row: StoredRow): Ending | undefined {
  const at = row.endedAt ?? row.state.at;
  switch (row.state.status) {
    case 'created':
    case 'delivered':
    case 'acknowledged':
      return undefined;
    case 'responded':
    case 'completed':
      return {
        how: 'answered',
        at,
        byMe: row.answeredByMe,
        responder: row.response?.responder,
        words: row.answerWords,
      };
    case 'expired':
      return { how: 'expired', at };
    case 'invalidated':
      return { how: 'withdrawn', at, reason: row.state.reason };
    default:
      return unreachable(row.state.status);
  }
}
