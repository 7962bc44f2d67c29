import type { NotificationId } from '#shared/protocol/ids';
import type { StoredNotification } from '../store/notifications.ts';
import type { Desk } from './desk.ts';
import { moveTo } from './move.ts';

/** As `complete`, once every delivery of the answer was accepted: one that failed leaves it `responded`. */
export function completeIfDelivered(desk: Desk, id: NotificationId): void {
  if (desk.store.deliveries.ofNotification(id).every(({ state }) => state === 'accepted')) complete(desk, id);
}

/** The service has accepted the answer (section 2.2): `responded` becomes `completed`, anything else stays. */
export function complete(desk: Desk, id: string): void {
  const found = desk.store.notifications.find(id);
  if (found?.status === 'responded') moveTo(desk, found, 'completed', desk.clock.now());
}

/**
 * Whether the service gets this answer by reading its status and in no other way: nothing was to be delivered, or the
 * service gave up its callback before that arrived. Such an answer counts as picked up once a read returned it (design.md 6).
 */
export function isPickedUpByReading({ store }: Desk, { id, status }: StoredNotification): boolean {
  if (status !== 'responded') return false;
  return store.deliveries.ofNotification(id).every(({ state }) => state === 'dropped');
}
