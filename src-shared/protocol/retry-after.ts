/** The three forms of an HTTP date; all are GMT, the oldest without saying so. */
const httpDate = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*?\d{2}:\d{2}:\d{2}(?: gmt| \d{4})$/i;

/**
 * Reads a `Retry-After` header in either form, seconds or an HTTP date (section 15). Returns milliseconds from `now`
 * (never negative, at most a day), or undefined when there is none that can be read.
 */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : dateOf(text) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(wait, 0), 86_400_000);
}

function dateOf(text: string): number {
  if (!httpDate.test(text)) return Number.NaN;
  return Date.parse(/gmt$/i.test(text) ? text : `${text} GMT`);
}
