import type { Attempt, Connection, ConnectionEffect, Opening, Step } from './state.ts';
import { isUp } from './state.ts';
import { openLimitMs } from './timing.ts';

type From = Omit<Attempt, 'socket'>;

/** Starts an attempt with the next number. */
export function open(
  { last, attempt, transport, doubts, asking }: From,
  now: number,
  ...before: ConnectionEffect[]
): Step {
  const socket = last + 1;
  const state: Opening = { at: 'opening', socket, last: socket, attempt, transport, doubts, asking, since: now };
  return [state, ...before, { do: 'open', socket, transport }, { do: 'alarm', at: now + openLimitMs }];
}

/** The first attempt of all, and the first with a new token. */
export function openAnew(state: Connection, now: number): Step {
  const first = { last: state.last, attempt: 0, transport: 'websocket', doubts: 0, asking: undefined } as const;
  return open(first, now, ...closing(state));
}

/** Ends every line of a state: the one in use or being opened, and the one on trial. */
export function closing(state: Connection): ConnectionEffect[] {
  if (state.at !== 'opening' && !isUp(state)) return [];
  const trial = isUp(state) ? state.trial : undefined;
  return [{ do: 'close', socket: state.socket }, ...(trial ? [{ do: 'close' as const, socket: trial.socket }] : [])];
}
