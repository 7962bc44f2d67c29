import type { ConnectionView } from '#shared/connection/connection';
import { useRedrawAt } from './use-moment.ts';

/** The time in ms, drawn anew each second while a retry is counted down, and at no other time. */
export function useRetryTick(connection: ConnectionView | undefined): number {
  const now = Date.now();
  const left = connection?.state === 'offline' ? connection.retryAt - now : 0;
  // "retry in 8 s" is rounded: it changes half a second off the full ones.
  useRedrawAt(left > 0 ? now + ((left + 500) % 1_000 || 1_000) : undefined);
  return now;
}
