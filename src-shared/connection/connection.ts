import { unreachable } from '../result.ts';
import { words } from '../words/words.ts';
import { begin, caughtUp, doubted, doubtIn, encouraged, heard, onAlarm, proven, stepTrial } from './being-up.ts';
import { afterAsking, afterEnd, wait } from './failing.ts';
import { closing, open, openAnew } from './opening.ts';
import { type Connection, type ConnectionEvent, isUp, type Step } from './state.ts';
import { freshMs, openLimitMs } from './timing.ts';

export type { Connection, ConnectionEffect, ConnectionEvent, Ending, Refusal, Transport } from './state.ts';
export { type ConnectionView, viewOfConnection } from './view.ts';

export const stopped: Connection = { at: 'stopped', socket: 0, last: 0 };

/**
 * Moves the connection of one account by one event (sections 6 to 8). Pure: returns the next state and the effects, in
 * the order they are to run.
 *
 *     stopped ── started ──▶ opening ── opened ──▶ catching-up ── caught-up ──▶ live
 *                             ▲    │ failed            │ lost                    │ lost
 *        alarm, woke, person  │    ▼                   ▼                         ▼
 *                            waiting ◀───────────────────────────────────────────
 *
 * A refusal leads from anywhere to `refused`, which only a new token leaves. `opening` takes the transport that the
 * failures so far leave (failing.ts); while a lesser one is up, a better one is tried beside it (being-up.ts).
 */
export function stepConnection(state: Connection, event: ConnectionEvent): Step {
  if (event.type === 'asked') {
    const isOurs = (state.at === 'waiting' || state.at === 'opening') && state.asking?.socket === event.socket;
    return isOurs ? afterAsking(state, event) : [state];
  }
  if ('socket' in event && event.socket !== state.socket) {
    return isUp(state) && event.socket === state.trial?.socket ? stepTrial(state, event) : [state];
  }
  switch (event.type) {
    case 'started':
      return state.at === 'stopped' ? openAnew(state, event.now) : [state];
    case 'stopped':
      return [{ at: 'stopped', socket: state.socket, last: state.last }, ...closing(state), { do: 'no-alarm' }];
    case 'token-changed':
      // What was opened with the old token is given up: its refusal would otherwise stand although the new one is good.
      return state.at === 'stopped' ? [state] : openAnew(state, event.now);
    case 'opened':
      return state.at === 'opening' ? begin(state, event.now) : [state];
    case 'heard':
      return isUp(state) ? [heard(state, event.now)] : [state];
    case 'proven':
      return isUp(state) ? [proven(state, event.now)] : [state];
    case 'caught-up':
      return isUp(state) ? caughtUp(state, event.now, event.reads) : [state];
    case 'catch-up-failed':
      return isUp(state) ? afterEnd(state, event, 0, ...closing(state)) : [state];
    case 'closed':
      return onClosed(state, event);
    case 'alarm':
      return onRing(state, event);
    case 'retry-now':
    case 'woke':
    case 'network-up':
      return withHope(state, event);
    case 'network-down':
      return isUp(state) ? doubted(state, event.now) : [state];
    default:
      return unreachable(event);
  }
}

function onClosed(state: Connection, event: Extract<ConnectionEvent, { type: 'closed' }>): Step {
  const doubt = event.answered ? 2 : 1;
  if (state.at === 'opening') return afterEnd(state, event, doubt);
  if (!isUp(state)) return [state];
  const [, ...trial] = closing(state);
  return afterEnd(state, event, doubtIn(state, doubt), ...trial);
}

function onRing(state: Connection, event: Extract<ConnectionEvent, { type: 'alarm' }>): Step {
  const { now } = event;
  if (isUp(state)) return onAlarm(state, event);
  const due = state.at === 'waiting' ? state.retryAt : state.at === 'opening' ? state.since + openLimitMs : now;
  if (now < due) return [state, { do: 'alarm', at: due }];
  if (state.at === 'waiting') return open(state, now);
  if (state.at !== 'opening') return [state];
  return wait(state, { ...event, why: words.faults.slow }, { doubt: 2 }, ...closing(state));
}

/**
 * There is reason to hope: what waits goes at once, what may be stuck is tried anew, what is up is asked for a sign of
 * life. A wait that the server asked for is kept, even against the person's "retry now": never earlier than told (R13).
 */
function withHope(state: Connection, { now }: { now: number }): Step {
  if (state.at === 'waiting') {
    return state.told && now < state.retryAt ? [state] : open({ ...state, attempt: 0 }, now);
  }
  if (state.at === 'opening') {
    return now - state.since < freshMs ? [state] : open({ ...state, attempt: 0 }, now, ...closing(state));
  }
  return isUp(state) ? encouraged(state, now) : [state];
}
