import { platform, uptime } from 'node:os';

/** Time comes in through this door (style.md 6). All times are ms since 1970 of this machine's clock. */
export interface Clock {
  now(): number;
  /** Ms since some moment, on a clock that nobody can set; sleep counts. Where there is none, `now` is trusted. */
  elapsed?(): number;
  /** Runs once at that time (at once when it has passed). Returns the cancel. */
  at(when: number, run: () => void): () => void;
}

/** Timers longer than this overflow in Node; longer waits are walked in steps, which also survives clock jumps. */
const longestTimerMs = 60_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  // Linux stops the clock of `performance` while the machine sleeps, but not the one of the time since it started.
  elapsed: () => (platform() === 'linux' ? uptime() * 1000 : performance.now()),
  at(when, run) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = when - Date.now();
      timer = setTimeout(left <= longestTimerMs ? run : wait, Math.min(Math.max(left, 0), longestTimerMs));
    };
    wait();
    return () => clearTimeout(timer);
  },
};

/** Waits until a time has come, or until the signal ends the wait early. */
export function until(clock: Clock, when: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const cancel = clock.at(when, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    const stop = () => {
      cancel();
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
