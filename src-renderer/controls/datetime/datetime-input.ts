import type { DraftInput } from '#shared/inbox/draft';
import { dueSoonMs } from '#shared/inbox/urgency';
import type { ActionOf } from '#shared/protocol/action';
import { formatInstantSeconds, parseInstant } from '#shared/protocol/instant';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';
import { localTimeWords } from '../time-words.ts';

type Datetime = ActionOf<'datetime'>;

const minuteMs = 60_000;
const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** The moment (ms) that a local date and time stands for, as `<input type="datetime-local">` writes it. */
export function parseLocal(text: string): Result<number, string> {
  const match = /^(\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(text);
  if (!match) return fail(words.controls.datetime.incomplete);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setFullYear(year, month - 1, day);
  date.setHours(hour, minute, second, 0);
  if (year > 9999 || date.getMonth() !== month - 1 || date.getDate() !== day)
    return fail(words.controls.datetime.noSuchDay);
  if (date.getHours() !== hour || date.getMinutes() !== minute) {
    return fail(words.controls.datetime.noSuchTime);
  }
  return ok(date.getTime());
}

/** A moment (ms) as the field writes it, in local time, to the minute; seconds only where there are some. */
export function formatLocal(ms: number): string {
  const d = new Date(ms);
  const seconds = d.getSeconds() === 0 ? '' : `:${pad(d.getSeconds())}`;
  return `${pad(d.getFullYear(), 4)}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}T${pad(d.getHours())}:${pad(d.getMinutes())}${seconds}`;
}

export function readDatetime(
  action: Datetime,
  input: DraftInput | undefined,
  locale?: string,
): Result<string, ReadProblem> {
  if (typeof input !== 'string' || input === '') return nothingYet(words.controls.datetime.nothingYet);
  const local = parseLocal(input);
  return local.ok
    ? checked(action, formatInstantSeconds(local.value), locale)
    : fail({ because: 'invalid', message: local.error });
}

/** The bounds in ms; a bound is an instant, whatever offset it was written with. */
export function datetimeBounds({ constraints }: Datetime): { min: number | undefined; max: number | undefined } {
  return {
    min: constraints.min === undefined ? undefined : parseInstant(constraints.min),
    max: constraints.max === undefined ? undefined : parseInstant(constraints.max),
  };
}

/** The bounds for the field, to the whole minutes that lie within them. They only guide the picker. */
export function fieldBounds(action: Datetime): { min: string | undefined; max: string | undefined } {
  const { min, max } = minuteBounds(action);
  return {
    min: min === undefined ? undefined : formatLocal(min),
    max: max === undefined ? undefined : formatLocal(max),
  };
}

/** The bounds to the whole minutes that lie within them, in ms. */
function minuteBounds(action: Datetime): { min: number | undefined; max: number | undefined } {
  const { min, max } = datetimeBounds(action);
  return {
    min: min === undefined ? undefined : Math.ceil(min / minuteMs) * minuteMs,
    max: max === undefined ? undefined : Math.floor(max / minuteMs) * minuteMs,
  };
}

/** What is wanted, in local time and whole minutes: "Up to Sat, 28 Nov, 23:30." */
export function boundsWords(action: Datetime, now: number, locale?: string): string {
  const { min, max } = minuteBounds(action);
  const say = (ms: number) => localTimeWords(ms, now, locale);
  const { between, from, upTo } = words.controls.datetime;
  if (min !== undefined && max !== undefined) return between(say(min), say(max));
  if (min !== undefined) return from(say(min));
  return max === undefined ? '' : upTo(say(max));
}

/** What is sent: "Sent as 08:30 UTC.", with the day where it is another than the local one. */
export function sentWords(ms: number): string {
  const utc = new Date(ms).toISOString();
  const sameDay = utc.slice(0, 10) === formatLocal(ms).slice(0, 10);
  const seconds = utc.slice(17, 19) === '00' ? '' : utc.slice(16, 19);
  const day = sameDay ? '' : `${utc.slice(0, 10)} `;
  return words.controls.datetime.sentAs(`${day}${utc.slice(11, 16)}${seconds}`);
}

/** How far away a moment is: "in 10 h", "in 3 d", "2 min ago". */
export function relativeWords(ms: number, now: number): string {
  const away = Math.abs(ms - now);
  const { now: rightNow, ahead, ago } = words.controls.datetime;
  if (away < minuteMs) return rightNow;
  return (ms > now ? ahead : ago)(awayWords(away));
}

function awayWords(ms: number): string {
  const { minutes, hours, days } = words.times;
  if (ms < dueSoonMs) return minutes(Math.round(ms / minuteMs));
  return ms < 48 * dueSoonMs ? hours(Math.round(ms / dueSoonMs)) : days(Math.round(ms / (24 * dueSoonMs)));
}
