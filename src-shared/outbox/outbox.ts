import { backoff } from '../connection/backoff.ts';
import { isOpen, type Status } from '../protocol/lifecycle.ts';
import { unreachable } from '../result.ts';
import { words } from '../words/words.ts';

/** The retry numbers of design.md 3 and guarantees.md, in ms. */
export const retry = { firstMs: 500, capMs: 15_000 };
/** The longest take-back window that can be chosen in Settings. */
const longestWindowMs = 60_000;
/** A take-back window ends this long before the deadline at the latest. */
const deadlineMarginMs = 2_000;
/** An answer to a flagged action that waited longer than this is asked for again instead of sent (design.md 3.7). */
export const staleFlaggedAfterMs = 5 * 60_000;

/**
 * Where a person's decision is on its way to the server. Times are ms of this machine's clock.
 * `held`: in the take-back window, no byte sent. `queued`: to be sent at `notBefore`; `told` is the wait in ms that the
 * server named (Retry-After), which nothing may shorten. `token-wanted`: the server refuses the account's token; it goes
 * on with another one and not by time. `sending`: a request is out. `accepted`: the server has it. `returned`: it came
 * back to the person, with the reason. `attempt` counts the requests of which one may have been recorded.
 */
export type OutboxState =
  | { at: 'held'; sendAt: number }
  | { at: 'queued'; attempt: number; notBefore: number; because?: string; told?: number }
  | { at: 'token-wanted'; attempt: number; message: string }
  | { at: 'sending'; attempt: number }
  | { at: 'accepted'; acceptedAt: number }
  | { at: 'returned'; because: ReturnReason; code?: string; message: string; requestId?: string };

export type ReturnReason = 'too-late' | 'withdrawn' | 'already-answered' | 'refused' | 'confirm-again';

/**
 * What the server, or the network, said to a submission. `unclear`: the server has an answer to this question already and
 * could not be asked whose it is (section 16), so nothing may be said yet.
 */
export type SubmitReply =
  | { kind: 'accepted' }
  | { kind: 'unreachable'; why: string }
  | { kind: 'unclear'; why: string }
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
  | { type: 'restarted'; now: number; savedAt: number }
  | { type: 'hurried'; now: number }
  | { type: 'online'; now: number }
  /** Somebody set this machine's clock: `by` ms are to be added to every time that was taken from it before. */
  | { type: 'clock-set'; by: number };

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
  return state.at !== 'accepted' && state.at !== 'returned';
}

/** Whether a move has to be on disk before anything follows from it: all but those from one kind of waiting to another. */
export function isWorthWriting(before: OutboxState, after: OutboxState): boolean {
  return before.at === 'sending' || (after.at !== 'held' && after.at !== 'queued');
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
      return closedBefore(state, event.status);
    case 'restarted':
      return restart(state, event);
    case 'hurried':
      return hurry(state, event.now);
    case 'online':
      return state.at === 'token-wanted'
        ? { at: 'queued', attempt: state.attempt, notBefore: event.now }
        : moveUp(state, event.now);
    case 'clock-set':
      return moveTimes(state, event.by);
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
  return state.at === 'queued' && state.told === undefined && state.notBefore > now
    ? { ...state, notBefore: now }
    : state;
}

/**
 * Goes on from what was stored. Stored times are of a clock that may have been set since: none is believed beyond the
 * whole wait that it ended. A request that was out counts as an attempt, for the server may have recorded it.
 */
function restart(state: OutboxState, { now, savedAt }: Extract<OutboxEvent, { type: 'restarted' }>): OutboxState {
  switch (state.at) {
    case 'held': {
      // It ends before it began when an earlier restart, too, found the clock set back.
      const windowMs = state.sendAt >= savedAt ? state.sendAt - savedAt : longestWindowMs;
      const latest = now + windowMs;
      return state.sendAt > latest ? { ...state, sendAt: latest } : state;
    }
    case 'queued': {
      const latest = now + (state.told ?? retry.capMs);
      return state.notBefore > latest ? { ...state, notBefore: latest } : state;
    }
    case 'sending':
      return { at: 'queued', attempt: state.attempt + 1, notBefore: now };
    case 'token-wanted':
    case 'accepted':
    case 'returned':
      return state;
    default:
      return unreachable(state);
  }
}

/** Waits keep their length when the clock is set: neither stretched, nor cut short. */
function moveTimes(state: OutboxState, by: number): OutboxState {
  if (state.at === 'held') return { ...state, sendAt: state.sendAt + by };
  return state.at === 'queued' ? { ...state, notBefore: state.notBefore + by } : state;
}

function pick(
  state: OutboxState,
  { now, flagged, savedAt, itemOpen }: Extract<OutboxEvent, { type: 'picked' }>,
): OutboxState {
  if (state.at !== 'queued' || now < state.notBefore) return state;
  // A closed item takes no effect any more: repeating the attempt, with its key, only tells whose answer it was.
  // A decision from the future is one whose age nobody knows, since the clock was set back: it is asked for again, too.
  if (flagged && itemOpen && Math.abs(now - savedAt) > staleFlaggedAfterMs) {
    return returned('confirm-again');
  }
  return { at: 'sending', attempt: state.attempt };
}

function closedBefore(state: OutboxState, status: Status): OutboxState {
  // What is out is judged by its reply.
  const isWaiting = state.at === 'held' || state.at === 'queued' || state.at === 'token-wanted';
  if (!isWaiting || isOpen(status)) return state;
  if (status === 'expired') return returned('too-late');
  if (status === 'invalidated') return returned('withdrawn');
  // An attempt may have been recorded although its reply was lost: the next attempt, with the same key, tells.
  if (state.at !== 'held' && state.attempt > 0) return state;
  return returned('already-answered');
}

/** Back to the person without a word of the server. What is stored as `message` is for the log: it is said by `because`. */
function returned(because: Exclude<ReturnReason, 'refused'>): OutboxState {
  return { at: 'returned', because, message: words.decisions.returned[because] };
}

function afterReply(
  state: Extract<OutboxState, { at: 'sending' }>,
  { now, jitter, reply }: Extract<OutboxEvent, { type: 'replied' }>,
): OutboxState {
  const waitMs = backoff(state.attempt, jitter, retry);
  const attempt = state.attempt + 1;
  switch (reply.kind) {
    case 'accepted':
      return { at: 'accepted', acceptedAt: now };
    case 'unreachable':
      return { at: 'queued', attempt, notBefore: now + waitMs, because: reply.why };
    case 'unclear':
      // This attempt was not recorded: another one was before it.
      return { at: 'queued', attempt: state.attempt, notBefore: now + waitMs, because: reply.why };
    case 'refused': {
      const { httpStatus, code, message, requestId } = reply;
      if (isWorthRetrying(httpStatus)) {
        const told = reply.retryAfterMs;
        const notBefore = now + Math.max(waitMs, told ?? 0);
        return { at: 'queued', attempt, notBefore, because: message, ...(told === undefined ? {} : { told }) };
      }
      if (isAboutToken(httpStatus, code)) return { at: 'token-wanted', attempt: state.attempt, message };
      const because = reasonOf(code);
      return { at: 'returned', because, code, message, ...(requestId === undefined ? {} : { requestId }) };
    }
    default:
      return unreachable(reply);
  }
}

/** Network failures aside, these are the only statuses after which a submission is repeated (section 16). */
export function isWorthRetrying(httpStatus: number): boolean {
  return httpStatus === 408 || httpStatus === 425 || httpStatus === 429 || httpStatus >= 500;
}

/**
 * Whether a refusal is about the account's token and not about this answer (section 14.2): every 401, and a 403 unless its
 * code names the notification or its service.
 */
export function isAboutToken(httpStatus: number, code: string): boolean {
  return httpStatus === 401 || (httpStatus === 403 && !/^(NOTIFICATION|SERVICE)_/.test(code));
}

function reasonOf(code: string): ReturnReason {
  if (code === 'NOTIFICATION_EXPIRED') return 'too-late';
  if (code === 'NOTIFICATION_INVALIDATED') return 'withdrawn';
  return code === 'NOTIFICATION_ALREADY_RESPONDED' ? 'already-answered' : 'refused';
}
