import type { Clock } from '#server/clock/clock';

export type FakeClock = Clock & {
  /** Moves time on, running everything that falls due on the way, in order. */
  advance(ms: number): void;
  /** Resolves once somebody waits for exactly this time: what was started has come as far as its alarm. */
  waitedFor(when: number): Promise<void>;
};

/** A clock that stands still until a test moves it. Starts at a fixed time. */
export function createFakeClock(start = Date.UTC(2026, 0, 15, 9)): FakeClock {
  let now = start;
  let alarms: { when: number; run: () => void }[] = [];
  const watchers = new Set<() => void>();
  return {
    now: () => now,
    at: (when, run) => {
      const alarm = { when, run };
      alarms.push(alarm);
      for (const look of watchers) look();
      return () => {
        alarms = alarms.filter((one) => one !== alarm);
      };
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = alarms.filter((one) => one.when <= end).sort((a, b) => a.when - b.when)[0];
        if (!next) break;
        alarms = alarms.filter((one) => one !== next);
        now = Math.max(now, next.when);
        next.run();
      }
      now = end;
    },
    waitedFor: (when) =>
      new Promise((resolve) => {
        const look = () => {
          if (!alarms.some((one) => one.when === when)) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}
