import type { Status } from '#shared/protocol/lifecycle';
import type { StoredNotification } from '../store/notifications.ts';
import type { Desk } from './desk.ts';

/** Stores a change of status that was decided to be right, publishes it, and returns the notification after it. */
export function moveTo(
  { store, news }: Desk,
  notification: StoredNotification,
  status: Status,
  at: number,
  reason?: string,
): StoredNotification {
  store.notifications.setStatus(notification.id, status, at, reason);
  const { id, recipients } = notification;
  news.publish({ type: 'changed', change: { id, status, at, recipients, reason } });
  return { ...notification, status, statusAt: at, reason };
}
