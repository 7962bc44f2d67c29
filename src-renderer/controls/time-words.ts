import { speech } from '#shared/words/language';

/**
 * A moment (ms) in the person's own time and words: "Sun, 22 Nov 2026, 09:30". The year is left out when it is this one.
 */
export function localTimeWords(ms: number, now: number = ms, locale = speech.locale): string {
  const date = new Date(ms);
  const sameYear = now !== ms && date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleString(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    ...(date.getSeconds() === 0 ? {} : { second: '2-digit' }),
  });
}
