import type { LocalMoment } from '#shared/native/quiet-hours';

/** A moment on this machine's wall clock. `ms` since 1970. */
export function localMoment(ms: number): LocalMoment {
  const date = new Date(ms);
  return { day: date.getDay(), minute: date.getHours() * 60 + date.getMinutes() };
}

/** Eight o'clock tomorrow morning, in ms since 1970: when a pause "until tomorrow" ends. */
export function tomorrowMorning(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 8).getTime();
}
