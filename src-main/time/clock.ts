import { platform, uptime } from 'node:os';
import { performance } from 'node:perf_hooks';

/** Time comes in through this door (style.md 6). `now` and `at` are ms since 1970 of this machine's clock, which can be set. */
export interface Clock {
  now(): number;
  /** Ms since some moment, on a clock that nobody can set; sleep counts. Where there is none, `now` is trusted. */
  elapsed?(): number;
  /** Runs once at that time (at once when it has passed). Returns the cancel. */
  at(when: number, run: () => void): () => void;
  /** Ms that only ever go on, whatever the clock is set to: for how long something takes, not for when it was. */
  monotonic(): number;
  /** Runs once after so many ms, whatever the clock is set to. Returns the cancel. */
  after(ms: number, run: () => void): () => void;
}

/** Timers longer than this overflow in Node; longer waits are walked in steps, which also survives clock jumps. */
const longestTimerMs = 60_000;

function waiting(left: () => number, run: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const ms = left();
    timer = setTimeout(ms <= longestTimerMs ? run : wait, Math.min(Math.max(ms, 0), longestTimerMs));
  };
  wait();
  return () => clearTimeout(timer);
}

export const systemClock: Clock = {
  now: () => Date.now(),
  // Linux stops the clock of `performance` while the machine sleeps, but not the one of the time since it started.
  elapsed: () => (platform() === 'linux' ? uptime() * 1000 : performance.now()),
  at: (when, run) => waiting(() => when - Date.now(), run),
  monotonic: () => performance.now(),
  after(ms, run) {
    const end = performance.now() + ms;
    return waiting(() => end - performance.now(), run);
  },
};

/** Waits until a time has come, or until the signal ends the wait early. */
export function until(clock: Clock, when: number, signal: AbortSignal): Promise<void> {
  return whenEither((run) => clock.at(when, run), signal);
}

/** Waits for so many ms, or until the signal ends the wait early. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return whenEither((run) => clock.after(ms, run), signal);
}

function whenEither(start: (run: () => void) => () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const cancel = start(() => {
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
