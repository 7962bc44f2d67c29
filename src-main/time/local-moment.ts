import type { LocalMoment } from '#shared/native/quiet-hours';

/** A moment on this machine's wall clock. `ms` since 1970. */
export function localMoment(ms: number): LocalMoment {
  const date = new Date(ms);
  return { day: date.getDay(), minute: date.getHours() * 60 + date.getMinutes() };
}
