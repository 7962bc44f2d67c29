import { silenceLimitMs } from '../protocol/envelope.ts';
import { words } from '../words/words.ts';
import { wait } from './failing.ts';
import { closing } from './opening.ts';
import type { ConnectionEffect, ConnectionEvent, Opening, Step, Transport, Up } from './state.ts';
import {
  firstTrialMs,
  lateMs,
  openLimitMs,
  perReadMs,
  pollEveryMs,
  probeAfterMs,
  probeLimitMs,
  trialEveryMs,
} from './timing.ts';

/** A line is open: what is open at the server is read before anything is called live (section 6.3). */
export function begin(from: Opening, now: number, ...before: ConnectionEffect[]): Step {
  const { socket, last, attempt, transport, doubts } = from;
  const state: Up = {
    at: 'catching-up',
    socket,
    last,
    attempt,
    transport,
    doubts,
    asking: undefined,
    openedAt: now,
    heardAt: now,
    hasSpoken: false,
    provenAt: now,
    probedAt: undefined,
    encouragedAt: undefined,
    pollAt: Number.POSITIVE_INFINITY,
    tryAt: transport === 'websocket' ? Number.POSITIVE_INFINITY : now + firstTrialMs,
    trials: 0,
    trial: undefined,
  };
  return withAlarm(state, ...before, { do: 'catch-up', socket });
}

/** Everything open was read. On a polling line this is what it brings, and the next round is planned. */
export function caughtUp(state: Up, now: number, reads: number): Step {
  if (state.transport !== 'polling') return [{ ...state, at: 'live' }];
  const pollAt = now + Math.max(pollEveryMs, reads * perReadMs);
  return withAlarm({ ...heard(state, now), at: 'live', pollAt });
}

/** Something came in. The alarm is left where it is: when it rings too early, it is set anew. */
export function heard(state: Up, now: number): Up {
  return { ...state, heardAt: now, hasSpoken: true, provenAt: now, probedAt: undefined };
}

/** The server answered another way: it lives, the line itself may not. */
export function proven(state: Up, now: number): Up {
  return state.transport === 'polling' ? heard(state, now) : { ...state, provenAt: now, probedAt: undefined };
}

/** Something happened to the network: a sign of life is asked for now. */
export function doubted(state: Up, now: number): Step {
  return whatIsDue({ ...state, probedAt: state.probedAt ?? now }, now, { do: 'probe', socket: state.socket });
}

/** There is a new chance: a sign of life is asked for, with its whole time, and a better line is tried at once. */
export function encouraged(state: Up, now: number): Step {
  const tryAt = state.transport === 'websocket' || state.trial ? state.tryAt : now;
  return whatIsDue({ ...state, probedAt: now, encouragedAt: now, tryAt }, now, { do: 'probe', socket: state.socket });
}

/** The alarm rang while a line is up. */
export function onAlarm(state: Up, event: Extract<ConnectionEvent, { type: 'alarm' }>): Step {
  const { now } = event;
  if (isDead(state, now)) {
    // One that was silent from its first moment is swallowed by something: there is no hurry to open the same again.
    const doubt = doubtIn(state, 2);
    const silence = { ...event, why: words.faults.fellSilent };
    return wait(state, silence, doubt > 0 ? { doubt } : { atMs: 0 }, ...closing(state));
  }
  if (state.probedAt === undefined ? now < state.provenAt + probeAfterMs : now < state.probedAt + probeLimitMs) {
    return whatIsDue(state, now);
  }
  return whatIsDue({ ...state, probedAt: now }, now, { do: 'probe', socket: state.socket });
}

/** Silent for longer than the protocol allows, or a sign of life that was asked for did not come although we were awake. */
function isDead({ heardAt, probedAt }: Up, now: number): boolean {
  if (now - heardAt >= silenceLimitMs) return true;
  const missingMs = probedAt === undefined ? 0 : now - probedAt - probeLimitMs;
  return probedAt !== undefined && missingMs >= 0 && missingMs <= lateMs;
}

/** How much a failure says against the transport: nothing, once the line has brought anything. */
export function doubtIn(state: Up, doubt: number): number {
  return state.hasSpoken ? 0 : doubt;
}

/** The round of polling and the trial of a better line, when their time has come. */
function whatIsDue(state: Up, now: number, ...effects: ConnectionEffect[]): Step {
  let next = state;
  if (next.at === 'live' && now >= next.pollAt) {
    effects.push({ do: 'catch-up', socket: next.socket });
    next = { ...next, pollAt: Number.POSITIVE_INFINITY };
  }
  if (next.trial && now >= next.trial.since + openLimitMs) {
    effects.push({ do: 'close', socket: next.trial.socket });
    next = withoutTrial(next, now + trialEveryMs);
  }
  if (!next.trial && now >= next.tryAt) {
    const trial = { socket: next.last + 1, transport: betterThan(next), since: now };
    effects.push({ do: 'open', socket: trial.socket, transport: trial.transport });
    next = { ...next, last: trial.socket, trial, trials: next.trials + 1 };
  }
  return withAlarm(next, ...effects);
}

/** The best, and every second time the one between. */
function betterThan({ transport, trials }: Up): Transport {
  return transport === 'polling' && trials % 2 === 1 ? 'sse' : 'websocket';
}

/** A trial came to an end. A better line that is open takes over at once; what came in between is read over REST. */
export function stepTrial(state: Up, event: Extract<ConnectionEvent, { socket: number }>): Step {
  const { trial } = state;
  if (!trial) return [state];
  if (event.type === 'opened') {
    const { last, attempt } = state;
    const opening: Opening = { ...trial, at: 'opening', last, attempt, doubts: 0, asking: undefined };
    return begin(opening, event.now, { do: 'close', socket: state.socket });
  }
  if (event.type !== 'closed') return [state];
  return withAlarm(withoutTrial(state, event.now + Math.max(trialEveryMs, event.retryAfterMs ?? 0)));
}

function withoutTrial(state: Up, tryAt: number): Up {
  return { ...state, trial: undefined, tryAt };
}

/** When something has to be looked at next, in ms. */
export function dueAt({ provenAt, probedAt, heardAt, pollAt, trial, tryAt }: Up): number {
  const sign = probedAt === undefined ? provenAt + probeAfterMs : probedAt + probeLimitMs;
  const better = trial ? trial.since + openLimitMs : tryAt;
  return Math.min(sign, heardAt + silenceLimitMs, pollAt, better);
}

function withAlarm(state: Up, ...effects: ConnectionEffect[]): Step {
  return [state, ...effects, { do: 'alarm', at: dueAt(state) }];
}
