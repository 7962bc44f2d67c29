import type { Fault } from '#shared/protocol/error';
import type { ServiceId } from '#shared/protocol/ids';
import { fail, ok, type Result } from '#shared/result';
import type { StoredNotification } from '../store/notifications.ts';
import { closedFault } from './closed.ts';
import type { Desk } from './desk.ts';
import { findOwned } from './find.ts';
import { moveTo } from './move.ts';

/**
 * Withdraws a notification (section 5.5); a second time changes nothing (section 16). Faults: NOTIFICATION_NOT_FOUND,
 * SERVICE_NOT_OWNER, NOTIFICATION_ALREADY_RESPONDED, NOTIFICATION_EXPIRED.
 */
export function withdraw(
  desk: Desk,
  id: string,
  owner: ServiceId,
  reason: string | undefined,
): Result<StoredNotification, Fault> {
  const found = findOwned(desk, id, owner);
  if (!found.ok || found.value.status === 'invalidated') return found;
  const closed = closedFault(found.value, true);
  return closed ? fail(closed) : ok(moveTo(desk, found.value, 'invalidated', desk.clock.now(), reason));
}
