import type { DeliveryListing, DeliveryStatus } from '#shared/protocol/delivery';
import { formatInstant } from '#shared/protocol/instant';
import type { Delivery, DeliveryState } from '../store/deliveries.ts';

const statuses: Record<DeliveryState, DeliveryStatus> = {
  pending: 'pending',
  accepted: 'accepted',
  refused: 'refused',
  'given-up': 'given_up',
  dropped: 'dropped',
};

/** A delivery as its owner and the administrator see it: where it is in its schedule, not what it carries. */
export function deliveryListing(delivery: Delivery): DeliveryListing {
  const { requestId, notificationId, serviceId, kind, state, attempts, lastStatus, lastError, lastAt, nextAt } =
    delivery;
  return {
    delivery_id: requestId,
    notification_id: notificationId,
    service_id: serviceId,
    kind,
    status: statuses[state],
    attempts,
    http_status: lastStatus,
    last_error: lastError,
    created_at: formatInstant(delivery.createdAt),
    last_attempt_at: lastAt === null ? null : formatInstant(lastAt),
    next_attempt_at: state === 'pending' ? formatInstant(nextAt) : null,
  };
}
