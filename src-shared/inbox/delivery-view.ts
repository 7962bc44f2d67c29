import type { DeliveryListing } from '../protocol/delivery.ts';

/** A webhook delivery as Settings lists it. `title`: of its question, when this machine knows it. */
export type DeliveryView = DeliveryListing & { title: string | undefined };

/** The newest deliveries of a service, the newest first, and how many it has in all. */
export type DeliveriesView = { deliveries: DeliveryView[]; total: number };
