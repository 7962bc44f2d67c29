import { type Fault, fault } from '#shared/protocol/error';
import { formatInstant } from '#shared/protocol/instant';
import { unreachable } from '#shared/result';
import type { StoredNotification } from '../store/notifications.ts';

/**
 * Why a notification takes nothing any more, or undefined while it is open (section 2.2). `maySeeAnswer`: whether the
 * asker may know the recorded answer, which is then in `details.winner`.
 */
export function closedFault(notification: StoredNotification, maySeeAnswer: boolean): Fault | undefined {
  const { id: notification_id, status, statusAt, reason, answer } = notification;
  const at = formatInstant(statusAt);
  switch (status) {
    case 'created':
    case 'delivered':
    case 'acknowledged':
      return undefined;
    case 'responded':
    case 'completed': {
      const winner = maySeeAnswer && answer ? { winner: { notification_id, ...answer } } : {};
      const responded_at = answer?.responded_at ?? at;
      const details = { notification_id, responded_at, ...winner };
      return fault('NOTIFICATION_ALREADY_RESPONDED', 'This notification has already been answered.', details);
    }
    case 'expired':
      return fault('NOTIFICATION_EXPIRED', 'The deadline of this notification has passed.', {
        notification_id,
        expired_at: at,
      });
    case 'invalidated':
      return fault('NOTIFICATION_INVALIDATED', 'The service has withdrawn this notification.', {
        notification_id,
        invalidated_at: at,
        ...(reason === undefined ? {} : { reason }),
      });
    default:
      return unreachable(status);
  }
}
