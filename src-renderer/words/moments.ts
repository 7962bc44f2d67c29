import { dateWords } from '#shared/words/dates';
import { words } from '#shared/words/words';
import { timeOfDay } from './times.ts';

const dayMs = 86_400_000;

/** A moment to come, with its day: "today, 18:00", "tomorrow, 08:00", "Mon 30 Nov, 08:00". */
export function comingMomentWords(ms: number, now: number): string {
  const time = timeOfDay(ms);
  const days = daysAhead(ms, now);
  if (days === 0) return words.snooze.today(time);
  if (days === 1) return words.snooze.tomorrow(time);
  return words.snooze.other(dayName(ms, now, 'short'), time);
}

/** A day to come as a heading. */
export function comingDayWords(ms: number, now: number): string {
  const days = daysAhead(ms, now);
  if (days <= 0) return words.dates.today;
  return days === 1 ? words.dates.tomorrow : dayName(ms, now, 'long');
}

function dayName(ms: number, now: number, length: 'short' | 'long'): string {
  const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return dateWords(ms, { weekday: length, day: 'numeric', month: length, ...year });
}

/** From one local day to another, whatever the clocks do in between. */
function daysAhead(ms: number, now: number): number {
  const noon = (at: number) => new Date(at).setHours(12, 0, 0, 0);
  return Math.round((noon(ms) - noon(now)) / dayMs);
}
