import { unreachable } from '../result.ts';
import type { Connection, Refusal, Transport } from './state.ts';

/**
 * What a person sees of a connection: the states of design.md 3. `retryAt` is in ms of the clock on the wall; `told`: the
 * server asked for this wait, and it is kept.
 */
export type ConnectionView =
  | { state: 'connecting' | 'catching-up' | 'live' | 'stopped' }
  | { state: 'offline'; retryAt: number; why: string; told?: true }
  | { state: 'refused'; because: Refusal };

/** `wallTime` turns a time of the connection into one of the clock on the wall, both in ms. */
export function viewOfConnection(
  connection: Connection,
  wallTime: (ms: number) => number = (ms) => ms,
): ConnectionView {
  switch (connection.at) {
    case 'stopped':
    case 'catching-up':
    case 'live':
      return { state: connection.at };
    case 'opening':
      return { state: 'connecting' };
    case 'waiting': {
      const { retryAt, why, told } = connection;
      return { state: 'offline', retryAt: wallTime(retryAt), why, ...(told ? { told } : {}) };
    }
    case 'refused':
      return { state: 'refused', because: connection.because };
    default:
      return unreachable(connection);
  }
}

/** What carries the account's stream, or is tried for it. */
export function transportOf(connection: Connection): Transport {
  return connection.at === 'stopped' || connection.at === 'refused' ? 'websocket' : connection.transport;
}

/** What a person wants to know when something is wrong. Times in ms of the clock on the wall. */
export type ConnectionPast = {
  lastConnectedAt: number | undefined;
  lastError: { at: number; why: string } | undefined;
};

export const noPast: ConnectionPast = { lastConnectedAt: undefined, lastError: undefined };

/** Keeps the book about one step. The last error stays after all is well again: it has its time beside it. */
export function pastAfter(past: ConnectionPast, before: Connection, next: Connection, wallNow: number): ConnectionPast {
  if (before === next) return past;
  const isLost = before.at === 'live' && next.at !== 'live';
  const isGained = next.at === 'live' && before.at !== 'live';
  const failed = (next.at === 'waiting' || next.at === 'refused') && before.at !== next.at;
  return {
    lastConnectedAt: isLost || isGained ? wallNow : past.lastConnectedAt,
    lastError: failed ? { at: wallNow, why: next.why } : past.lastError,
  };
}
