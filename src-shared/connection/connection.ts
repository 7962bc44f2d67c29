import { type CloseVerdict, silenceLimitMs } from '../protocol/envelope.ts';
import { unreachable } from '../result.ts';
import { backoff } from './backoff.ts';

/** The reconnection numbers of section 6.5, in ms. */
const retry = { firstMs: 1_000, capMs: 15_000 };
const stableAfterMs = 60_000;
const crowdedWaitMs = 60_000;

export type Refusal = 'unauthorized' | 'forbidden' | 'version' | 'policy';

/**
 * The stream of one account (section 6). `attempt` counts failures in a row; `socket` numbers each attempt so that late
 * callbacks of old sockets fall through. All times are milliseconds of this machine's clock.
 */
export type Connection =
  | { at: 'stopped'; socket: number }
  | { at: 'opening'; socket: number; attempt: number }
  | { at: 'catching-up'; socket: number; attempt: number; heardAt: number; openedAt: number }
  | { at: 'live'; socket: number; attempt: number; heardAt: number; openedAt: number }
  | { at: 'waiting'; socket: number; attempt: number; retryAt: number; why: string }
  | { at: 'refused'; socket: number; because: Refusal };

/** Everything that can be observed, with the time and the dice. */
export type ConnectionEvent =
  | { type: 'started' }
  | { type: 'stopped' }
  | { type: 'opened'; socket: number; now: number }
  | { type: 'heard'; socket: number; now: number }
  | { type: 'caught-up'; socket: number }
  | { type: 'catch-up-failed'; socket: number; now: number; jitter: number; why: string }
  | {
      type: 'closed';
      socket: number;
      now: number;
      jitter: number;
      verdict: CloseVerdict;
      why: string;
      retryAfterMs?: number | undefined;
    }
  | { type: 'alarm'; now: number; jitter: number }
  | { type: 'nudged' }
  | { type: 'token-changed' };

/** What the runner has to do. There is at most one socket and one alarm: opening closes the old, a new alarm replaces the old. */
export type ConnectionEffect =
  | { do: 'open'; socket: number }
  | { do: 'close'; socket: number }
  | { do: 'catch-up'; socket: number }
  | { do: 'alarm'; at: number }
  | { do: 'no-alarm' };

type Step = readonly [Connection, ...ConnectionEffect[]];

export const stopped: Connection = { at: 'stopped', socket: 0 };

/** Moves a connection by one event. Pure: returns the next state and the effects, in the order they are to run. */
export function stepConnection(state: Connection, event: ConnectionEvent): Step {
  if ('socket' in event && state.socket !== event.socket) return [state];
  switch (event.type) {
    case 'started':
      return state.at === 'stopped' ? open(state.socket + 1, 0) : [state];
    case 'stopped':
      return hasSocket(state)
        ? [{ at: 'stopped', socket: state.socket }, { do: 'close', socket: state.socket }, { do: 'no-alarm' }]
        : [{ at: 'stopped', socket: state.socket }, { do: 'no-alarm' }];
    case 'opened':
      if (state.at !== 'opening') return [state];
      return [
        { at: 'catching-up', socket: state.socket, attempt: state.attempt, heardAt: event.now, openedAt: event.now },
        { do: 'catch-up', socket: state.socket },
        { do: 'alarm', at: event.now + silenceLimitMs },
      ];
    case 'heard':
      return isUp(state)
        ? [
            { ...state, heardAt: event.now },
            { do: 'alarm', at: event.now + silenceLimitMs },
          ]
        : [state];
    case 'caught-up':
      return state.at === 'catching-up' ? [{ ...state, at: 'live' }] : [state];
    case 'catch-up-failed':
      if (!isUp(state)) return [state];
      return waitThenRetry(state, event, { do: 'close', socket: state.socket });
    case 'closed':
      return afterClose(state, event);
    case 'alarm':
      return onAlarm(state, event);
    case 'nudged':
      return state.at === 'waiting' ? open(state.socket + 1, state.attempt) : [state];
    case 'token-changed':
      return withNewToken(state);
    default:
      return unreachable(event);
  }
}

function open(socket: number, attempt: number): Step {
  return [{ at: 'opening', socket, attempt }, { do: 'no-alarm' }, { do: 'open', socket }];
}

/** What was opened with the old token is given up: its refusal would otherwise stand although the new token is good. */
function withNewToken(state: Connection): Step {
  if (state.at === 'stopped') return [state];
  const [next, ...effects] = open(state.socket + 1, 0);
  return hasSocket(state) ? [next, { do: 'close', socket: state.socket }, ...effects] : [next, ...effects];
}

function isUp(state: Connection): state is Extract<Connection, { at: 'catching-up' | 'live' }> {
  return state.at === 'catching-up' || state.at === 'live';
}

function hasSocket(state: Connection): state is Extract<Connection, { at: 'opening' | 'catching-up' | 'live' }> {
  return state.at === 'opening' || isUp(state);
}

/** A connection that held for a minute starts the count of failures anew. */
function failuresOf(state: Extract<Connection, { at: 'opening' | 'catching-up' | 'live' }>, now: number): number {
  return isUp(state) && now - state.openedAt >= stableAfterMs ? 0 : state.attempt;
}

function waitThenRetry(
  state: Extract<Connection, { at: 'opening' | 'catching-up' | 'live' }>,
  { now, jitter, why, waitMs }: { now: number; jitter: number; why: string; waitMs?: number | undefined },
  ...effects: ConnectionEffect[]
): Step {
  const failures = failuresOf(state, now);
  const retryAt = now + (waitMs ?? backoff(failures, jitter, retry));
  return [
    { at: 'waiting', socket: state.socket, attempt: failures + 1, retryAt, why },
    ...effects,
    { do: 'alarm', at: retryAt },
  ];
}

function afterClose(state: Connection, event: Extract<ConnectionEvent, { type: 'closed' }>): Step {
  if (!hasSocket(state)) return [state];
  switch (event.verdict) {
    case 'unauthorized':
    case 'forbidden':
    case 'version':
    case 'policy':
      return [{ at: 'refused', socket: state.socket, because: event.verdict }, { do: 'no-alarm' }];
    case 'wait-a-minute':
      return waitThenRetry(state, { ...event, waitMs: Math.max(crowdedWaitMs, event.retryAfterMs ?? 0) });
    case 'retry-at-once':
      return waitThenRetry(state, isUp(state) ? { ...event, waitMs: 0 } : event);
    case 'retry':
      return waitThenRetry(state, { ...event, waitMs: event.retryAfterMs });
    default:
      return unreachable(event.verdict);
  }
}

function onAlarm(state: Connection, event: Extract<ConnectionEvent, { type: 'alarm' }>): Step {
  if (state.at === 'waiting') {
    return event.now >= state.retryAt
      ? open(state.socket + 1, state.attempt)
      : [state, { do: 'alarm', at: state.retryAt }];
  }
  if (!isUp(state)) return [state];
  if (event.now - state.heardAt < silenceLimitMs) return [state, { do: 'alarm', at: state.heardAt + silenceLimitMs }];
  return waitThenRetry(
    state,
    { ...event, why: 'The server fell silent.', waitMs: 0 },
    { do: 'close', socket: state.socket },
  );
}

/** What a person sees of a connection: the states of design.md 3, with `retryAt` in ms where there is a retry. */
export type ConnectionView =
  | { state: 'connecting' | 'catching-up' | 'live' | 'stopped' }
  | { state: 'offline'; retryAt: number; why: string }
  | { state: 'refused'; because: Refusal };

export function viewOfConnection(connection: Connection): ConnectionView {
  switch (connection.at) {
    case 'stopped':
    case 'catching-up':
    case 'live':
      return { state: connection.at };
    case 'opening':
      return { state: 'connecting' };
    case 'waiting':
      return { state: 'offline', retryAt: connection.retryAt, why: connection.why };
    case 'refused':
      return { state: 'refused', because: connection.because };
    default:
      return unreachable(connection);
  }
}
