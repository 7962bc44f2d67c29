import { speech } from '#shared/words/language';
import { words } from '#shared/words/words';

const hourAndMinute = { hour: '2-digit', minute: '2-digit' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(ms: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${speech.locale} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(speech.locale, options);
  formats.set(key, made);
  return made.format(ms);
}

/** A day as a heading. `day` and `today` are local days, as "2026-11-22". */
export function dayWords(day: string, today: string): string {
  const date = new Date(`${day}T12:00:00`).getTime();
  const days = Math.round((new Date(`${today}T12:00:00`).getTime() - date) / 86_400_000);
  if (days === 0) return words.dates.today;
  if (days === 1) return words.dates.yesterday;
  const isSameYear = day.slice(0, 4) === today.slice(0, 4);
  const year = isSameYear ? {} : ({ year: 'numeric' } as const);
  return format(date, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

/** Whether two moments lie on one day here. */
export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** A time of day, in the person's own way. */
export function timeOfDay(ms: number): string {
  return format(ms, hourAndMinute);
}

/** A moment to the minute, with its day and year. */
export function dateAndTime(ms: number): string {
  return format(ms, { day: 'numeric', month: 'short', year: 'numeric', ...hourAndMinute });
}

/** A moment to the second: the time, with the day where it is not today, and the year where it is not this one. */
export function exactTime(ms: number, now: number): string {
  const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  return format(ms, {
    ...(isSameDay(ms, now) ? {} : { day: 'numeric', month: 'short' }),
    ...(isThisYear ? {} : { year: 'numeric' }),
    ...hourAndMinute,
    second: '2-digit',
  });
}

/** When something ends: the time, with the weekday where that is not today. */
export function untilWords(ms: number, now: number): string {
  const time = timeOfDay(ms);
  return isSameDay(ms, now) ? time : `${format(ms, { weekday: 'long' })}, ${time}`;
}

/** A day of the week by its name; 0 is Sunday. */
export function weekdayName(day: number, weekday: 'short' | 'long'): string {
  return format(new Date(2026, 0, 4 + day, 12).getTime(), { weekday });
}
