import type { OutboxEntry } from '#main/outbox/outbox-entry';
import type { StoredRow } from '#main/store/stored-notification';
import type { AccountHold } from '#shared/inbox/account';
import type { AnswerView, Ending } from '#shared/inbox/item';
import { type Gate, waitOf } from '#shared/outbox/gate';
import type { OutboxState } from '#shared/outbox/outbox';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { goneReason } from './gone-reason.ts';

/**
 * How a decision stands, in the words of the interface (design.md 3.6). `gate`: whether its server takes answers;
 * `hold`: why nothing is sent to its account at all.
 */
export function answerViewOf(
  entry: OutboxEntry,
  row: StoredRow,
  { gate, hold }: { gate: Gate; hold: AccountHold | undefined },
): AnswerView {
  const { actionId, words, data, savedAt, state } = entry;
  const base = { actionId, words, data, savedAt };
  switch (state.at) {
    case 'held':
      return { ...base, state: 'held', sendAt: state.sendAt };
    case 'queued': {
      if (hold !== undefined) return { ...base, ...onHold(hold) };
      const wait = waitOf(state, gate);
      return { ...base, state: 'waiting', waitsFor: wait.for, because: wait.because, retryAt: wait.until };
    }
    case 'token-wanted':
      return { ...base, ...onHold('needs-token'), because: state.message };
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
        message: returnedWords(state),
        code: state.code,
        requestId: state.requestId,
      };
    default:
      return unreachable(state);
  }
}

function onHold(hold: AccountHold) {
  const waitsFor = hold === 'paused' ? ('resume' as const) : ('token' as const);
  return { state: 'waiting' as const, waitsFor, because: undefined, retryAt: undefined };
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
      return { how: 'withdrawn', at, reason: reasonWords(row.state.reason) };
    default:
      return unreachable(row.state.status);
  }
}

/** Why an answer came back: by what is known of it, so that it is said in today's language; a refusal in the server's words. */
function returnedWords({ because, code, message }: Extract<OutboxState, { at: 'returned' }>): string {
  return because === 'refused' ? words.desk.refusal(code ?? '', message) : words.decisions.returned[because];
}

function reasonWords(reason: string | undefined): string | undefined {
  return reason === goneReason ? words.decisions.gone : reason;
}
