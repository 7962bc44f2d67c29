import { backoff } from '../connection/backoff.ts';
import { unreachable } from '../result.ts';
import { isAboutToken, isWorthRetrying, type OutboxState, retry, type SubmitReply } from './outbox.ts';

/** Requests with answers that one account has out at once, in ordinary times. */
export const answersAtOnce = 4;

/**
 * Whether the server of an account takes answers, as its replies tell. Many answers may wait for one server: they learn
 * from each other. `open`: several go at once. `trying`: the last one failed; from `notBefore` on (ms of this machine's
 * clock) one at a time goes, and nothing moves that up when the server named it (`isTold`, section 15).
 * `token-wanted`: the account's token is refused; nothing goes until the server takes another one.
 */
export type Gate =
  | { at: 'open' }
  | { at: 'trying'; failures: number; notBefore: number; isTold: boolean; why: string }
  | { at: 'token-wanted'; message: string };

export type GateEvent =
  | { type: 'replied'; now: number; jitter: number; reply: SubmitReply }
  | { type: 'online'; now: number }
  | { type: 'hurried'; now: number }
  | { type: 'clock-set'; by: number };

export const openGate: Gate = { at: 'open' };

/** Moves the gate of an account by one event. Pure. */
export function stepGate(gate: Gate, event: GateEvent): Gate {
  switch (event.type) {
    case 'replied':
      return gate.at === 'token-wanted' ? gate : afterReply(gate, event);
    case 'online':
      return gate.at === 'token-wanted' ? openGate : moveUp(gate, event.now);
    case 'hurried':
      return moveUp(gate, event.now);
    case 'clock-set':
      return gate.at === 'trying' ? { ...gate, notBefore: gate.notBefore + event.by } : gate;
    default:
      return unreachable(event);
  }
}

/** The gate that answers from an earlier run imply: what the server said then still holds. */
export function gateAfterRestart(states: readonly OutboxState[], now: number): Gate {
  let gate = openGate;
  for (const state of states) {
    if (state.at === 'token-wanted') return { at: 'token-wanted', message: state.message };
    if (state.at !== 'queued' || state.told === undefined || state.notBefore <= now) continue;
    const notBefore = gate.at === 'trying' ? Math.max(gate.notBefore, state.notBefore) : state.notBefore;
    gate = { at: 'trying', failures: 1, notBefore, isTold: true, why: state.because ?? '' };
  }
  return gate;
}

/** How many requests of an account may be out at this time, in ms. */
export function roomOf(gate: Gate, now: number): number {
  if (gate.at === 'open') return answersAtOnce;
  return gate.at === 'trying' && now >= gate.notBefore ? 1 : 0;
}

/** How long and for what a queued answer waits: for its own time and for the gate. Times in ms of this machine's clock. */
export type Wait = { for: 'connection' | 'server' | 'token'; until: number | undefined; because: string | undefined };

export function waitOf(state: Extract<OutboxState, { at: 'queued' }>, gate: Gate): Wait {
  if (gate.at === 'token-wanted') return { for: 'token', until: undefined, because: gate.message };
  const own: Wait = {
    for: state.told === undefined ? 'connection' : 'server',
    until: state.notBefore,
    because: state.because,
  };
  if (gate.at === 'open' || gate.notBefore <= state.notBefore) return own;
  return { for: gate.isTold ? 'server' : 'connection', until: gate.notBefore, because: gate.why };
}

function afterReply(
  gate: Exclude<Gate, { at: 'token-wanted' }>,
  { now, jitter, reply }: Extract<GateEvent, { type: 'replied' }>,
): Gate {
  const isWaiting = gate.at === 'trying' && now < gate.notBefore;
  const failure = failureOf(reply);
  if (failure === undefined) {
    if (reply.kind === 'refused' && isAboutToken(reply.httpStatus, reply.code)) {
      return { at: 'token-wanted', message: reply.message };
    }
    // A reply to a request that was out already does not end a wait that the server asked for.
    return isWaiting && gate.isTold ? gate : openGate;
  }
  const { why, toldMs } = failure;
  const before = gate.at === 'trying' ? gate.failures : 0;
  // Several requests that were out together fail for one reason: that is one failure.
  const failures = isWaiting ? before : before + 1;
  const mine = now + Math.max(toldMs ?? 0, backoff(failures - 1, jitter, retry));
  if (isWaiting && gate.notBefore >= mine) return gate;
  return { at: 'trying', failures, notBefore: mine, isTold: toldMs !== undefined || (isWaiting && gate.isTold), why };
}

/** Why a reply says that the server takes no answers at present, or undefined when it judged the answer. */
function failureOf(reply: SubmitReply): { why: string; toldMs?: number | undefined } | undefined {
  switch (reply.kind) {
    case 'accepted':
      return undefined;
    case 'unreachable':
    case 'unclear':
      return { why: reply.why };
    case 'refused':
      return isWorthRetrying(reply.httpStatus) ? { why: reply.message, toldMs: reply.retryAfterMs } : undefined;
    default:
      return unreachable(reply);
  }
}

function moveUp(gate: Gate, now: number): Gate {
  return gate.at === 'trying' && !gate.isTold && gate.notBefore > now ? { ...gate, notBefore: now } : gate;
}
