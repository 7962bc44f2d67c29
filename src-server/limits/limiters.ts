import type { Clock } from '../clock/clock.ts';
import type { Limits } from './limits.ts';
import { createRateLimiter } from './rate-limiter.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** The limiters of one server, one for each kind of operation (section 15). */
export type Limiters = ReturnType<typeof createLimiters>;

export function createLimiters(limits: Limits, clock: Clock) {
  const perMinute = (limit: number | null) => createRateLimiter(limit, minuteMs, clock);
  return {
    registrations: createRateLimiter(limits.registrations_per_hour, hourMs, clock),
    sends: perMinute(limits.sends_per_minute),
    updates: perMinute(limits.updates_per_minute),
    polls: perMinute(limits.polls_per_minute),
    responses: perMinute(limits.responses_per_minute),
    acknowledges: perMinute(limits.acknowledges_per_minute),
    failures: perMinute(limits.failed_authentications_per_minute),
  };
}
