/** How long notifications are paused at a stroke. */
export type PauseUntil = 'in-an-hour' | 'tomorrow';

/** When a pause that begins now ends, in ms: in an hour, or at eight tomorrow morning where the person is. */
export function pauseEnd(until: PauseUntil, now: number): number {
  if (until === 'in-an-hour') return now + 60 * 60_000;
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 8).getTime();
}
