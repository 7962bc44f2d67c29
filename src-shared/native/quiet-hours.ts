import type { QuietHours } from './notification-settings.ts';

/** A moment on the person's wall clock: the day of the week (0 is Sunday) and minutes since midnight. */
export type LocalMoment = { day: number; minute: number };

/** Whether a moment lies in the quiet hours. The part after midnight belongs to the day on which they began. */
export function isQuiet({ isOn, from, to, days }: QuietHours, { day, minute }: LocalMoment): boolean {
  if (!isOn) return false;
  const dayBefore = (day + 6) % 7;
  if (from < to) return days.includes(day) && minute >= from && minute < to;
  return (days.includes(day) && minute >= from) || (days.includes(dayBefore) && minute < to);
}
