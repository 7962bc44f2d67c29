import { type Fault, fault } from '#shared/protocol/error';
import type { ServiceId, UserId } from '#shared/protocol/ids';
import { fail, ok, type Result } from '#shared/result';
import type { StoredNotification } from '../store/notifications.ts';
import type { Desk } from './desk.ts';
import { expireIfDue } from './expire.ts';

/** Reads a notification, expired on access when its deadline has come (section 2.2). Fault: NOTIFICATION_NOT_FOUND. */
export function findNotification(desk: Desk, id: string): Result<StoredNotification, Fault> {
  const found = desk.store.notifications.find(id.toLowerCase());
  if (!found) {
    return fail(fault('NOTIFICATION_NOT_FOUND', 'There is no such notification.', { notification_id: id }));
  }
  return ok(expireIfDue(desk, found));
}

/** As `findNotification`, for the service that owns it. Faults: also SERVICE_NOT_OWNER (section 5.1, rows 3 and 4). */
export function findOwned(desk: Desk, id: string, owner: ServiceId): Result<StoredNotification, Fault> {
  const found = findNotification(desk, id);
  if (!found.ok || found.value.serviceId === owner) return found;
  return fail(fault('SERVICE_NOT_OWNER', 'This notification belongs to another service.', { notification_id: id }));
}

/** As `findNotification`, for a user. Faults: also NOTIFICATION_ACCESS_DENIED when it names recipients and not this user. */
export function findVisible(desk: Desk, id: string, user: UserId): Result<StoredNotification, Fault> {
  const found = findNotification(desk, id);
  if (!found.ok || isFor(found.value.recipients, user)) return found;
  return fail(fault('NOTIFICATION_ACCESS_DENIED', 'This notification is for other users.', { notification_id: id }));
}

/** Whether a user is among the recipients; no recipients named is everyone. */
export function isFor(recipients: readonly UserId[] | undefined, user: UserId): boolean {
  return recipients === undefined || recipients.includes(user);
}
