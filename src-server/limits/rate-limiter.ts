import type { Clock } from '../clock/clock.ts';

/** So many of something in any stretch of time, for each key on its own. */
export type RateLimiter = {
  /** Counts one more for this key and returns undefined; or, when there is no room, counts nothing and returns the ms to wait. */
  take(key: string): number | undefined;
};

/** How many keys are remembered before those with nothing left to remember are forgotten. */
const keysBeforeTidying = 1_000;

/**
 * Never more than `limit` in any `windowMs`, not even across the border of two minutes: the time of each is remembered
 * until it no longer counts. `limit` null lets everything through.
 */
export function createRateLimiter(limit: number | null, windowMs: number, clock: Clock): RateLimiter {
  const taken = new Map<string, number[]>();
  let tidyAt = keysBeforeTidying;

  /** Those that still count. A clock that was set back must not lock anybody out, so times to come do not count either. */
  const counting = (times: number[], now: number): number[] => {
    const first = times.findIndex((at) => at > now - windowMs);
    if (first === -1) return [];
    const left = first === 0 ? times : times.slice(first);
    return (left.at(-1) ?? 0) > now ? left.filter((at) => at <= now) : left;
  };
  const tidy = (now: number): void => {
    for (const [key, times] of taken) if (counting(times, now).length === 0) taken.delete(key);
    tidyAt = Math.max(keysBeforeTidying, taken.size * 2);
  };

  return {
    take: (key) => {
      if (limit === null) return undefined;
      const now = clock.now();
      const times = counting(taken.get(key) ?? [], now);
      const oldest = times[0];
      if (oldest !== undefined && times.length >= limit) return oldest + windowMs - now;
      times.push(now);
      taken.set(key, times);
      if (taken.size > tidyAt) tidy(now);
      return undefined;
    },
  };
}
