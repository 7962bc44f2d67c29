import { isOpen } from '#shared/protocol/lifecycle';
import type { StoredNotification } from '../store/notifications.ts';
import type { Desk } from './desk.ts';

/**
 * Waits until a notification is no longer open, `waitMs` have passed, its service's key has ended or the waiting is called
 * off, whichever comes first.
 * Rejects never; what it found out is read anew by the caller.
 */
export function waitUntilClosed(
  { clock, news }: Desk,
  { id, status, serviceId }: StoredNotification,
  waitMs: number,
  calledOff: AbortSignal,
): Promise<void> {
  if (!isOpen(status) || calledOff.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      unfollow();
      cancel();
      calledOff.removeEventListener('abort', end);
      resolve();
    };
    const unfollow = news.follow((one) => {
      if (one.type === 'key-ended' && one.serviceId === serviceId) end();
      if (one.type === 'changed' && one.change.id === id && !isOpen(one.change.status)) end();
    });
    const cancel = clock.at(clock.now() + waitMs, end);
    calledOff.addEventListener('abort', end);
  });
}
