import type { Fault } from '#shared/protocol/error';
import type { UserId } from '#shared/protocol/ids';
import { fail, ok, type Result } from '#shared/result';
import type { StoredNotification } from '../store/notifications.ts';
import { closedFault } from './closed.ts';
import type { Desk } from './desk.ts';
import { findVisible } from './find.ts';
import { moveTo } from './move.ts';

/**
 * The person is aware of it (sections 5.7 and 6.3); a second time changes nothing. Faults: NOTIFICATION_NOT_FOUND,
 * NOTIFICATION_ACCESS_DENIED and the three 409s of a notification that is no longer open.
 */
export function acknowledge(desk: Desk, id: string, user: UserId): Result<StoredNotification, Fault> {
  const found = findVisible(desk, id, user);
  if (!found.ok || found.value.status === 'acknowledged') return found;
  const closed = closedFault(found.value, true);
  return closed ? fail(closed) : ok(moveTo(desk, found.value, 'acknowledged', desk.clock.now()));
}
