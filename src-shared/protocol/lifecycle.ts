import { z } from 'zod';

/** The seven lifecycle states (section 2.1). */
export const Status = z.enum([
  'created',
  'delivered',
  'acknowledged',
  'responded',
  'completed',
  'expired',
  'invalidated',
]);
export type Status = z.infer<typeof Status>;

/** How far along a state is (section 2.1); the two early exits rank with the answer that they exclude. */
const ranks: Record<Status, number> = {
  created: 0,
  delivered: 1,
  acknowledged: 2,
  responded: 3,
  expired: 3,
  invalidated: 3,
  completed: 4,
};

/** Whether a notification in this state still takes an answer (section 2.1). */
export function isOpen(status: Status): boolean {
  return ranks[status] < 3;
}

/** Whether a notification may go from one state to the other (section 2.2): one way only, steps may be skipped. */
export function mayFollow(from: Status, to: Status): boolean {
  if (to === 'completed') return isOpen(from) || from === 'responded';
  return isOpen(from) && ranks[to] > ranks[from];
}

/** What is known of a notification's state: the state and when it was entered (milliseconds, server time). */
export type KnownState = { status: Status; at: number; reason?: string | undefined };

/**
 * Merges a state heard on the stream into the known one (sections 2.2 and 16): repeated, late and reordered messages
 * change nothing. A fresh REST read overrides instead, see `overrideState`.
 */
export function mergeState(known: KnownState, heard: KnownState): KnownState {
  if (heard.status === known.status && known.reason === undefined && heard.reason)
    return { ...known, reason: heard.reason };
  return mayFollow(known.status, heard.status) ? heard : known;
}

/**
 * Takes a state from a fresh REST read (section 2.2): the server is right, but a read that was under way while a
 * stream message moved us on must not move us back. `learntAt` and `readStartedAt` are this client's own clock, in ms.
 */
export function overrideState(
  known: KnownState,
  learntAt: number,
  read: KnownState,
  readStartedAt: number,
): KnownState {
  return learntAt >= readStartedAt ? mergeState(known, read) : read;
}
