import type { DeliveryListing } from '#shared/protocol/delivery';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result, unreachable } from '#shared/result';
import type { Desk } from '../notifications/desk.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { StoredNotification } from '../store/notifications.ts';
import type { Store } from '../store/store.ts';
import { deliveryListing } from './list.ts';

/**
 * Sends a delivery again, now, whatever became of it before: the same bytes under the same request id (section 9.4), a
 * webhook to the callback that the service has now. One that had ended starts its schedule anew. Faults: NOT_FOUND, and
 * CONSTRAINT_VIOLATION when there is no callback or bridge any more.
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
  const nowhere = whyNowhere(store, found);
  if (nowhere) return fail(nowhere);
  store.deliveries.sendAgain(found.requestId, clock.now());
  const due = readAgain(store.deliveries.find(found.requestId));
  news.publish({ type: 'delivery-stored' });
  return ok(deliveryListing(due));
}

/** Why a delivery has nowhere to go any more. */
function whyNowhere(store: Store, { kind, serviceId: service_id }: Delivery): Fault | undefined {
  switch (kind) {
    case 'webhook': {
      const message = 'The service has no callback URL to deliver to.';
      const about = { path: 'callback_url', service_id };
      return store.services.find(service_id)?.callbackUrl ? undefined : fault('CONSTRAINT_VIOLATION', message, about);
    }
    case 'resume':
      return undefined;
    case 'a2a':
    case 'trigger': {
      const isThere = store.bridges.ofService(service_id) !== undefined;
      return isThere ? undefined : fault('CONSTRAINT_VIOLATION', 'The bridge was removed.', { service_id });
    }
    default:
      return unreachable(kind);
  }
}

function readAgain(delivery: Delivery | undefined): Delivery {
  if (!delivery) throw new Error('A delivery was written and cannot be read.');
  return delivery;
}
