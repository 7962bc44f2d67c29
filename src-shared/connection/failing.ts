import { unreachable } from '../result.ts';
import { backoff } from './backoff.ts';
import { closing, open } from './opening.ts';
import type { ConnectionEffect, ConnectionEvent, Ending, Opening, Step, Transport, Up, Waiting } from './state.ts';
import { isUp } from './state.ts';
import { crowdedWaitMs, enoughDoubt, probeLimitMs, retry, stableAfterMs, startOverAfter } from './timing.ts';

type Failure = { now: number; jitter: number; why: string };
type Wait = { atMs?: number | undefined; told?: boolean; doubt?: number };

/** A line ended, or what has to be read at its start could not be. `effects` end what is still open of it. */
export function afterEnd(
  state: Opening | Up,
  event: Failure & Ending,
  doubt: number,
  ...effects: ConnectionEffect[]
): Step {
  const { verdict, retryAfterMs } = event;
  switch (verdict) {
    case 'unauthorized':
    case 'forbidden':
    case 'version':
    case 'policy': {
      const { socket, last } = state;
      return [{ at: 'refused', socket, last, because: verdict, why: event.why }, ...effects, { do: 'no-alarm' }];
    }
    case 'wait-a-minute':
      return wait(state, event, { atMs: Math.max(crowdedWaitMs, retryAfterMs ?? 0), told: true }, ...effects);
    case 'retry-at-once':
      return wait(state, event, isUp(state) ? { atMs: 0 } : { doubt }, ...effects);
    case 'retry':
      // It died of the sleep or the change of network that we were just told of: the new chance is now.
      if (
        retryAfterMs === undefined &&
        isUp(state) &&
        event.now - (state.encouragedAt ?? Number.NEGATIVE_INFINITY) <= probeLimitMs
      ) {
        return wait(state, event, { atMs: 0 }, ...effects);
      }
      return wait(state, event, { atMs: retryAfterMs, told: retryAfterMs !== undefined, doubt }, ...effects);
    default:
      return unreachable(verdict);
  }
}

/** Waits before the next attempt. With `doubt` in the transport REST is asked whether the server answers at all. */
export function wait(
  state: Opening | Up,
  { now, jitter, why }: Failure,
  { atMs, told = false, doubt = 0 }: Wait,
  ...effects: ConnectionEffect[]
): Step {
  // A connection that held for a minute starts the count of failures anew.
  const failures = isUp(state) && now - state.openedAt >= stableAfterMs ? 0 : state.attempt;
  const retryAt = now + (atMs ?? backoff(failures, jitter, retry));
  const isAsked = doubt > 0 && state.transport !== 'polling';
  const next: Waiting = {
    at: 'waiting',
    socket: state.socket,
    last: state.last,
    attempt: failures + 1,
    transport: failures + 1 >= startOverAfter && state.doubts === 0 ? 'websocket' : state.transport,
    doubts: state.doubts,
    asking: isAsked ? { socket: state.socket, weight: doubt } : undefined,
    retryAt,
    why,
    told,
  };
  const ask: ConnectionEffect[] = isAsked ? [{ do: 'ask', socket: state.socket }] : [];
  return [next, ...effects, { do: 'alarm', at: retryAt }, ...ask];
}

/**
 * REST was asked after a line could not be opened: only a server that answers makes the line the culprit, and then the
 * next lesser one is taken (section 6.5). The reply may come when the next attempt is under way already.
 */
export function afterAsking(
  state: Waiting | Opening,
  { answered, now }: Extract<ConnectionEvent, { type: 'asked' }>,
): Step {
  const doubts = answered ? state.doubts + (state.asking?.weight ?? 0) : 0;
  const next = { ...state, asking: undefined, doubts };
  if (doubts < enoughDoubt) return [next];
  const lesser = { ...next, attempt: 0, doubts: 0, transport: lesserThan(state.transport) };
  return lesser.at === 'waiting' && lesser.told ? [lesser] : open(lesser, now, ...closing(state));
}

function lesserThan(transport: Transport): Transport {
  return transport === 'websocket' ? 'sse' : 'polling';
}
