import { speech } from './language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A time as the person writes times. `ms` since 1970; the time zone is this machine's. */
export function dateWords(ms: number, options: Intl.DateTimeFormatOptions): string {
  const name = JSON.stringify([speech.locale, options]);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(speech.locale, options);
  formats.set(name, format);
  return format.format(ms);
}

/** A moment in full: "22 Nov 2026, 07:04". */
export function momentWords(ms: number): string {
  return dateWords(ms, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A moment of today or tomorrow: "Sun 07:04". */
export function weekdayTime(ms: number): string {
  return dateWords(ms, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
}
