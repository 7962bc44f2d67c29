import type { Clock } from '../stores/clock.ts';

/** A clock that stands still until it is moved. */
export function createFakeClock(start = 1_000_000): Clock & { advance: (ms: number) => void } {
  let now = start;
  const waiting = new Set<{ when: number; run: () => void }>();
  return {
    now: () => now,
    at(when, run) {
      const entry = { when, run };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(ms) {
      now += ms;
      const due = [...waiting].filter((entry) => entry.when <= now).sort((a, b) => a.when - b.when);
      for (const entry of due) if (waiting.delete(entry)) entry.run();
    },
  };
}
