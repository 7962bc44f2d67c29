import { z } from 'zod';

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** The years that four digits can write; an offset could lead out of them, to a time that nobody could read back. */
const firstInstant = Date.UTC(-1, 12);
const lastInstant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Reads an ISO 8601 time and returns milliseconds since 1970 UTC, or undefined when it is not one (section 4).
 * Any offset and 0 to 9 fractional digits are read; a time without an offset is UTC (20.22), never local time.
 */
export function parseInstant(text: string): number | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] = match;
  const milliseconds = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  date.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  const shift = offsetMinutes(offset);
  if (shift === undefined) return undefined;
  const ms = date.getTime() - shift * 60_000;
  return ms >= firstInstant && ms <= lastInstant ? ms : undefined;
}

function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z' || offset === 'z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Writes milliseconds since 1970 as RFC 3339 UTC with `Z` (section 4). */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** As `formatInstant` with second precision, which is how an answer of type `datetime` is sent (section 11.8). */
export function formatInstantSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** An ISO 8601 time as a string that `parseInstant` can read. */
export const Instant = z.string().refine((text) => parseInstant(text) !== undefined, 'must be an ISO 8601 time');
