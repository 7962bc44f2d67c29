import type { StoredNotification } from '../store/notifications.ts';
import type { Desk } from './desk.ts';

/**
 * Marks as `delivered` those of these notifications that are still `created`: they were written to a client's stream or
 * are in the reply to its GET (section 2.2). Returns all of them as they are after it.
 */
export function markDelivered(desk: Desk, notifications: readonly StoredNotification[]): StoredNotification[] {
  const at = desk.clock.now();
  const isNew = (one: StoredNotification) => one.status === 'created';
  if (!notifications.some(isNew)) return [...notifications];
  desk.store.transaction(() => {
    for (const { id } of notifications.filter(isNew)) desk.store.notifications.setStatus(id, 'delivered', at);
  });
  for (const { id, recipients } of notifications.filter(isNew)) {
    desk.news.publish({ type: 'changed', change: { id, status: 'delivered', at, recipients } });
  }
  return notifications.map((one) => (isNew(one) ? { ...one, status: 'delivered', statusAt: at } : one));
}
