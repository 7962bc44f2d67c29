import type { CloseVerdict } from '../protocol/envelope.ts';

/** What carries the stream of one account: WebSocket (section 6), else server-sent events (7), else polling (8). */
export type Transport = 'websocket' | 'sse' | 'polling';

export type Refusal = 'unauthorized' | 'forbidden' | 'version' | 'policy';

/** `socket` is the number of the line in use or used last, `last` the highest number ever given: late callbacks fall through. */
type Numbered = { socket: number; last: number };

/** REST is being asked whether the server answers at all: so much doubt in the transport is it worth, should it do. */
type Asking = { socket: number; weight: number };

/** `attempt` counts failures in a row, `doubts` how much this transport failed while REST answered. */
export type Attempt = Numbered & {
  attempt: number;
  transport: Transport;
  doubts: number;
  asking: Asking | undefined;
};

/** A better line that is being opened beside the one in use. It only ever improves: its failure changes nothing. */
export type Trial = { socket: number; transport: Transport; since: number };

export type Opening = Attempt & { at: 'opening'; since: number };

export type Up = Attempt & {
  at: 'catching-up' | 'live';
  openedAt: number;
  /** When the line itself last brought something; and whether it ever did. */
  heardAt: number;
  hasSpoken: boolean;
  /** When the server last gave any sign of life; on lines that cannot be pinged REST counts, too. */
  provenAt: number;
  /** Since when a sign of life that was asked for is missing. */
  probedAt: number | undefined;
  /** When something said that there is a new chance: awake again, or the network is back. */
  encouragedAt: number | undefined;
  /** When a polling line is read next; infinite on the others and while it is being read. */
  pollAt: number;
  /** When a better line is tried; infinite on the best. */
  tryAt: number;
  trials: number;
  trial: Trial | undefined;
};

export type Waiting = Attempt & {
  at: 'waiting';
  retryAt: number;
  why: string;
  /** The server named the time: nobody opens earlier (guarantees.md, R13). */
  told: boolean;
};

/** The connection of one account. All times are ms of a clock that never jumps (`Clock.monotonic`). */
export type Connection =
  | (Numbered & { at: 'stopped' })
  | Opening
  | Up
  | Waiting
  | (Numbered & { at: 'refused'; because: Refusal; why: string });

/** How a line ended. `answered`: something spoke HTTP to us where a stream was to open. */
export type Ending = {
  verdict: CloseVerdict;
  why: string;
  retryAfterMs?: number | undefined;
  answered?: boolean | undefined;
};

type Now = { now: number };
type OfLine = Now & { socket: number };
type Dice = { jitter: number };

/** Everything that can be observed, with the time and the dice. */
export type ConnectionEvent =
  | (Now & { type: 'started' | 'stopped' | 'token-changed' })
  /** The line is open; something came in on it; the server answered REST although the line is silent. */
  | (OfLine & { type: 'opened' | 'heard' | 'proven' })
  /** Everything open was read. `reads`: how many requests that took. */
  | (OfLine & { type: 'caught-up'; reads: number })
  | (OfLine & Dice & Ending & { type: 'closed' })
  | (OfLine & Dice & Ending & { type: 'catch-up-failed' })
  /** Whether REST answered after a line could not be opened. */
  | (OfLine & { type: 'asked'; answered: boolean })
  | (Now & Dice & { type: 'alarm' })
  /** The person pressed "retry now"; the machine resumed; the system says that the network is back or another one. */
  | (Now & { type: 'retry-now' | 'woke' | 'network-up' })
  | (Now & { type: 'network-down' });

/**
 * What the runner has to do. At most one line is open and at most one more is being opened beside it; there is one
 * alarm, and a new one replaces the old.
 */
export type ConnectionEffect =
  | { do: 'open'; socket: number; transport: Transport }
  | { do: 'close'; socket: number }
  /** Reads what is open over REST. */
  | { do: 'catch-up'; socket: number }
  /** Asks the line for a sign of life. */
  | { do: 'probe'; socket: number }
  /** Asks REST whether the server answers at all. */
  | { do: 'ask'; socket: number }
  | { do: 'alarm'; at: number }
  | { do: 'no-alarm' };

export type Step = readonly [Connection, ...ConnectionEffect[]];

export function isUp(state: Connection): state is Up {
  return state.at === 'catching-up' || state.at === 'live';
}
