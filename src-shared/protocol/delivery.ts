import { z } from 'zod';
import { NotificationId, ServiceId } from './ids.ts';

/**
 * Where a webhook delivery stands: `pending` is to be tried, `accepted` was taken by the service, `refused` is final by
 * its word or because its address is not allowed, `given_up` used up the schedule (section 9.4), `dropped` lost its
 * callback before it was taken.
 */
export const DeliveryStatus = z.enum(['pending', 'accepted', 'refused', 'given_up', 'dropped']);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/**
 * In which way an answer goes out: `webhook` to the service's callback (section 9), `resume` to the URL that a notification
 * or its service named, `a2a` as a message to an A2A agent, `trigger` as an event of the Agent Trigger Protocol (all ours).
 */
export const DeliveryKind = z.enum(['webhook', 'resume', 'a2a', 'trigger']);
export type DeliveryKind = z.infer<typeof DeliveryKind>;

/** A delivery as its owner and the administrator see it (ours). `delivery_id` is its `X-ATP-Request-ID`. */
export const DeliveryListing = z.object({
  delivery_id: z.string(),
  notification_id: NotificationId,
  service_id: ServiceId,
  /** Absent from servers that know webhooks only. */
  kind: DeliveryKind.optional(),
  status: DeliveryStatus,
  attempts: z.int(),
  /** What the service said last, null when it said nothing. */
  http_status: z.int().nullable(),
  last_error: z.string().nullable(),
  created_at: z.string(),
  last_attempt_at: z.string().nullable(),
  /** Null when there is no next one. */
  next_attempt_at: z.string().nullable(),
});
export type DeliveryListing = z.infer<typeof DeliveryListing>;

/** The deliveries of one notification. */
export const DeliveryList = z.object({ deliveries: z.array(DeliveryListing) });
export type DeliveryList = z.infer<typeof DeliveryList>;

/** A page of the deliveries of a service, the newest first. */
export const DeliveryPage = DeliveryList.extend({
  pagination: z.object({ next_cursor: z.string().nullable(), has_more: z.boolean(), total_count: z.int() }),
});
export type DeliveryPage = z.infer<typeof DeliveryPage>;
