import { backoff } from '../connection/backoff.ts';
import { isOpen, type Status } from '../protocol/lifecycle.ts';
import { unreachable } from '../result.ts';

/** The retry numbers of design.md 3 and guarantees.md, in ms. */
const retry = { firstMs: 500, capMs: 15_000 };
/** A take-back window ends this long before the deadline at the latest. */
const deadlineMarginMs = 2_000;
/** An answer to a flagged action that waited longer than this is asked for again instead of sent (design.md 3.7). */
export const staleFlaggedAfterMs = 5 * 60_000;

/**
 * Where a person's decision is on its way to the server. Times are ms of this machine's clock.
 * `held`: in the take-back window, no byte sent. `queued`: to be sent at `notBefore`; `told` when the server named that
 * time (Retry-After), so that nothing may move it up. `sending`: a request is out.
 * `accepted`: the server has it. `returned`: it came back to the person, with the reason.
 */
export type OutboxState =
  | { at: 'held'; sendAt: number }
  | { at: 'queued'; attempt: number; notBefore: number; because?: string; told?: true }
  | { at: 'sending'; attempt: number }
  | { at: 'accepted'; acceptedAt: number }
  | { at: 'returned'; because: ReturnReason; code?: string; message: string; requestId?: string };

export type ReturnReason = 'too-late' | 'withdrawn' | 'already-answered' | 'refused' | 'unauthorized' | 'confirm-again';

/** What the server, or the network, said to a submission. */
export type SubmitReply =
  | { kind: 'accepted' }
  | { kind: 'unreachable'; why: string }
  | {
      kind: 'refused';
      httpStatus: number;
      code: string;
      message: string;
      retryAfterMs?: number | undefined;
      requestId?: string;
    };

export type OutboxEvent =
  | { type: 'window-ended'; now: number }
  | { type: 'picked'; now: number; flagged: boolean; savedAt: number; itemOpen: boolean }
  | { type: 'replied'; now: number; jitter: number; reply: SubmitReply }
  | { type: 'item-closed'; status: Status }
  | { type: 'restarted'; now: number }
  | { type: 'hurried'; now: number }
  | { type: 'online'; now: number };

/** When a new answer is to leave: after the take-back window, or 2 s before the deadline if that is sooner (design.md 3.4). */
export function sendTime(now: number, takeBackMs: number, deadline: number | undefined): number {
  const end = now + takeBackMs;
  return deadline === undefined ? end : Math.max(now, Math.min(end, deadline - deadlineMarginMs));
}

/** Whether undo can still be said: only while no byte was sent. */
export function isUndoable(state: OutboxState, now: number): boolean {
  return state.at === 'held' && now < state.sendAt;
}

/** Whether the answer is still on its way. */
export function isInFlight(state: OutboxState): boolean {
  return state.at === 'held' || state.at === 'queued' || state.at === 'sending';
}

/** When the runner has to look at an entry again, in ms, or undefined when nothing is due by time. */
export function dueAt(state: OutboxState): number | undefined {
  if (state.at === 'held') return state.sendAt;
  return state.at === 'queued' ? state.notBefore : undefined;
}

/** Moves one outbox entry by one event. Pure. Entering `sending` is the order to submit. */
export function stepOutbox(state: OutboxState, event: OutboxEvent): OutboxState {
  switch (event.type) {
    case 'window-ended':
      return state.at === 'held' && event.now >= state.sendAt
        ? { at: 'queued', attempt: 0, notBefore: event.now }
        : state;
    case 'picked':
      return pick(state, event);
    case 'replied':
      return state.at === 'sending' ? afterReply(state, event) : state;
    case 'item-closed':
      return state.at === 'held' || state.at === 'queued' ? closedBefore(state, event.status) : state;
    case 'restarted':
      // A request was out when the process ended, so it counts as an attempt: the server may have recorded it.
      return state.at === 'sending' ? { at: 'queued', attempt: state.attempt + 1, notBefore: event.now } : state;
    case 'hurried':
      return hurry(state, event.now);
    case 'online':
      return moveUp(state, event.now);
    default:
      return unreachable(event);
  }
}

/** Quitting sends what is held at once (design.md 3.4), and gives what waits one more try. */
function hurry(state: OutboxState, now: number): OutboxState {
  if (state.at === 'held') return { at: 'queued', attempt: 0, notBefore: now };
  return moveUp(state, now);
}

/** Tries again now instead of later, unless the server said how long to stay away (guarantees.md R13). */
function moveUp(state: OutboxState, now: number): OutboxState {
  return state.at === 'queued' && !state.told && state.notBefore > now ? { ...state, notBefore: now } : state;
}

function pick(
  state: OutboxState,
  { now, flagged, savedAt, itemOpen }: Extract<OutboxEvent, { type: 'picked' }>,
): OutboxState {
  if (state.at !== 'queued' || now < state.notBefore) return state;
  // A closed item takes no effect any more: repeating the attempt, with its key, only tells whose answer it was.
  if (flagged && itemOpen && now - savedAt > staleFlaggedAfterMs) {
    const message = 'It waited too long to be sent without asking again. Confirm it once more.';
    return { at: 'returned', because: 'confirm-again', message };
  }
  return { at: 'sending', attempt: state.attempt };
}

function closedBefore(state: OutboxState, status: Status): OutboxState {
  if (isOpen(status)) return state;
  if (status === 'expired')
    return { at: 'returned', because: 'too-late', message: 'The deadline passed before it was sent.' };
  if (status === 'invalidated') {
    return { at: 'returned', because: 'withdrawn', message: 'The service withdrew the question before it was sent.' };
  }
  // An attempt may have been recorded although its reply was lost: the next attempt, with the same key, tells.
  if (state.at === 'queued' && state.attempt > 0) return state;
  return { at: 'returned', because: 'already-answered', message: 'It was already answered: somebody else was first.' };
}

function afterReply(
  state: Extract<OutboxState, { at: 'sending' }>,
  { now, jitter, reply }: Extract<OutboxEvent, { type: 'replied' }>,
): OutboxState {
  const again = (because: string, waitMs = backoff(state.attempt, jitter, retry)) => ({
    at: 'queued' as const,
    attempt: state.attempt + 1,
    notBefore: now + waitMs,
    because,
  });
  switch (reply.kind) {
    case 'accepted':
      return { at: 'accepted', acceptedAt: now };
    case 'unreachable':
      return again(reply.why);
    case 'refused':
      if (isWorthRetrying(reply.httpStatus)) {
        if (reply.retryAfterMs === undefined) return again(reply.message);
        return { ...again(reply.message, reply.retryAfterMs), told: true };
      }
      return {
        at: 'returned',
        because: reasonOf(reply.httpStatus, reply.code),
        code: reply.code,
        message: reply.message,
        ...(reply.requestId === undefined ? {} : { requestId: reply.requestId }),
      };
    default:
      return unreachable(reply);
  }
}

/** Network failures aside, these are the only statuses after which a submission is repeated (section 16). */
export function isWorthRetrying(httpStatus: number): boolean {
  return httpStatus === 408 || httpStatus === 425 || httpStatus === 429 || httpStatus >= 500;
}

function reasonOf(httpStatus: number, code: string): ReturnReason {
  if (code === 'NOTIFICATION_EXPIRED') return 'too-late';
  if (code === 'NOTIFICATION_INVALIDATED') return 'withdrawn';
  if (code === 'NOTIFICATION_ALREADY_RESPONDED') return 'already-answered';
  return httpStatus === 401 ? 'unauthorized' : 'refused';
}
