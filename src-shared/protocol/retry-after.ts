/**
 * Reads a `Retry-After` header in either form, seconds or an HTTP date (section 15). Returns milliseconds from `now`
 * (never negative, at most a day), or undefined when there is none that can be read.
 */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(wait, 0), 86_400_000);
}
