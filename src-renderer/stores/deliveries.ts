import { createStore } from 'zustand/vanilla';
import type { DeliveriesView } from '#shared/inbox/delivery-view';
import type { Bridge } from '#shared/ipc/contract';
import type { DeliveryListing } from '#shared/protocol/delivery';
import type { ServiceId } from '#shared/protocol/ids';
import type { AppError } from '#shared/result';

/** The deliveries of one service as far as they were read; `failure`: why the latest read or sending did not work. */
export type ShownDeliveries = { found: DeliveriesView | undefined; failure: AppError | undefined };
export type DeliveriesState = {
  shown: Readonly<Record<ServiceId, ShownDeliveries>>;
  /** The id of the delivery that is being sent again. */
  sending: string | undefined;
};

const unread: ShownDeliveries = { found: undefined, failure: undefined };

/** The webhook deliveries of the services whose list is open. */
export function createDeliveriesStore(bridge: Bridge) {
  const store = createStore<DeliveriesState>(() => ({ shown: {}, sending: undefined }));
  let question = 0;
  const latest = new Map<ServiceId, number>();

  function show(serviceId: ServiceId, change: Partial<ShownDeliveries>): void {
    store.setState(({ shown }) => ({
      shown: { ...shown, [serviceId]: { ...(shown[serviceId] ?? unread), ...change } },
    }));
  }

  async function read(serviceId: ServiceId): Promise<void> {
    question += 1;
    const mine = question;
    latest.set(serviceId, mine);
    const reply = await bridge.call('services:list-deliveries', { serviceId });
    if (latest.get(serviceId) !== mine) return;
    show(serviceId, reply.ok ? { found: reply.value, failure: undefined } : { failure: reply.error });
  }

  return {
    store,
    /** Reads them anew; what was shown stays until the reply is there. */
    read,

    /** Sends one again and reads the list anew, so that what is shown is how it stands at the server. */
    async sendAgain({ service_id, notification_id, delivery_id }: DeliveryListing): Promise<void> {
      if (store.getState().sending !== undefined) return;
      store.setState({ sending: delivery_id });
      const args = { notificationId: notification_id, deliveryId: delivery_id };
      const reply = await bridge.call('services:send-again', args);
      store.setState({ sending: undefined });
      await read(service_id);
      if (!reply.ok) show(service_id, { failure: reply.error });
    },

    /** The list was closed: opened again, it begins with what the server says then. */
    forget(serviceId: ServiceId): void {
      latest.delete(serviceId);
      store.setState(({ shown: { [serviceId]: _, ...shown } }) => ({ shown }));
    },
  };
}
export type DeliveriesStore = ReturnType<typeof createDeliveriesStore>;
