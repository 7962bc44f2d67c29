import type { Clock } from '../clock/clock.ts';
import type { Store } from '../store/store.ts';
import type { Newsroom } from './news.ts';

/** What every decision about a notification needs. Each is made in one transaction and published after its commit. */
export type Desk = {
  store: Store;
  clock: Clock;
  news: Newsroom;
  /** Whether the server itself listens on loopback, so that it may deliver to its own machine. */
  onLoopback: boolean;
  /** Whether there is a user with this id who can see notifications. */
  isUser(id: string): boolean;
  /** Reports what failed where nobody waits for a reply (a full disk under a timer): logged, never the end of the server. */
  reportFault(error: unknown): void;
};

/** Runs something that nobody waits for; what it throws is reported. Returns whether it went well. */
export function runUnattended(desk: Desk, run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    desk.reportFault(error);
    return false;
  }
}
