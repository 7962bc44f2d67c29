import type { Clock } from './clock.ts';

/** Timers do not see the clock being set or the machine asleep, so long waits look at it again this often, in ms. */
const lookAgainMs = 60_000;

/** The machine's clock. Its timers keep no process alive. */
export function createSystemClock(): Clock {
  const now = () => Date.now();
  const at = (when: number, run: () => void): (() => void) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = when - now();
      timer = setTimeout(left > 0 ? wait : run, Math.min(Math.max(left, 0), lookAgainMs));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  };
  return { now, at };
}
