import type { DeliveryListing } from '#shared/protocol/delivery';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';
import type { Desk } from '../notifications/desk.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { StoredNotification } from '../store/notifications.ts';
import { deliveryListing } from './list.ts';

/**
 * Sends a delivery again, now, whatever became of it before: the same bytes under the same request id (section 9.4), a
 * webhook to the callback that the service has now. One that had ended starts its schedule anew. Faults: NOT_FOUND, and
 * CONSTRAINT_VIOLATION when the service has no callback.
 */
export function resend(
  { store, clock, news }: Desk,
  { id }: StoredNotification,
  deliveryId: string,
): Result<DeliveryListing, Fault> {
  const found = store.deliveries.find(deliveryId);
  if (!found || found.notificationId !== id) {
    return fail(fault('NOT_FOUND', 'This notification has no such delivery.', { delivery_id: deliveryId }));
  }
  if (found.kind === 'webhook' && !store.services.find(found.serviceId)?.callbackUrl) {
    const message = 'The service has no callback URL to deliver to.';
    return fail(fault('CONSTRAINT_VIOLATION', message, { path: 'callback_url', service_id: found.serviceId }));
  }
  store.deliveries.sendAgain(found.requestId, clock.now());
  const due = readAgain(store.deliveries.find(found.requestId));
  news.publish({ type: 'delivery-stored' });
  return ok(deliveryListing(due));
}

function readAgain(delivery: Delivery | undefined): Delivery {
  if (!delivery) throw new Error('A delivery was written and cannot be read.');
  return delivery;
}
