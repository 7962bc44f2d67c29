import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result';

/** How many; null is no limit. */
const count = (standard: number) => z.int().min(1).max(100_000).nullable().default(standard);

/**
 * The limits of section 15 and those of guarantees.md 2, each with the number the protocol gives it. Registrations and
 * failed authentications count per address, sends and updates per service, the rest per user.
 */
export const Limits = z.strictObject({
  registrations_per_hour: count(10),
  sends_per_minute: count(100),
  updates_per_minute: count(200),
  polls_per_minute: count(60),
  responses_per_minute: count(100),
  acknowledges_per_minute: count(300),
  websockets_at_once: count(5),
  event_streams_at_once: count(10),
  failed_authentications_per_minute: count(10),
});
export type Limits = z.infer<typeof Limits>;

export const standardLimits: Limits = Limits.parse({});

/** No limit at all: for a server behind a gateway that has its own, and for load tests. */
export const noLimits: Limits = {
  registrations_per_hour: null,
  sends_per_minute: null,
  updates_per_minute: null,
  polls_per_minute: null,
  responses_per_minute: null,
  acknowledges_per_minute: null,
  websockets_at_once: null,
  event_streams_at_once: null,
  failed_authentications_per_minute: null,
};

/**
 * Reads `ATP_LIMITS`: `off`, or a JSON object whose members replace the standard ones. The error is a sentence for the
 * person who set it.
 */
export function readLimits(text: string | undefined): Result<Limits, string> {
  if (text === undefined || text.trim() === '') return ok(standardLimits);
  if (text.trim().toLowerCase() === 'off') return ok(noLimits);
  const parsed = Limits.safeParse(parseJson(text));
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return fail(`Must be "off" or a JSON object of limits. ${where}${issue?.message ?? 'not valid'}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
