import { isOpen } from '#shared/protocol/lifecycle';
import type { StoredNotification } from '../store/notifications.ts';
import type { Desk } from './desk.ts';
import { moveTo } from './move.ts';

/** How many are expired in one transaction, so that a great many deadlines at once do not hold everything up. */
const expireAtOnce = 500;

/** Expires an open notification whose deadline has come; the time of the change is the deadline itself. */
export function expireIfDue(desk: Desk, notification: StoredNotification): StoredNotification {
  const { deadline, status } = notification;
  if (deadline === undefined || !isOpen(status) || desk.clock.now() < deadline) return notification;
  return moveTo(desk, notification, 'expired', deadline);
}

/** Expires everything that is due (section 2.2). Returns whether there may be more. */
export function expireDue(desk: Desk): boolean {
  const due = desk.store.notifications.overdue(desk.clock.now(), expireAtOnce);
  desk.store.transaction(() => {
    for (const { id, deadline } of due) desk.store.notifications.setStatus(id, 'expired', deadline);
  });
  for (const { id, deadline, recipients } of due) {
    desk.news.publish({ type: 'changed', change: { id, status: 'expired', at: deadline, recipients } });
  }
  return due.length === expireAtOnce;
}
