import { z } from 'zod';
import { ActionId, NotificationId, UserId } from './ids.ts';
import { Instant } from './instant.ts';
import { isObject } from './json-shape.ts';
import { Status } from './lifecycle.ts';

/** Whoever answered; set by the server from the user token (sections 1 and 13.1). */
export const Responder = z.object({ id: UserId, type: z.enum(['human', 'agent']) });
export type Responder = z.infer<typeof Responder>;

/** A recorded answer, as the service receives it (section 13.1). */
export const Response = z.object({
  notification_id: NotificationId,
  action_id: ActionId,
  response_data: z.unknown(),
  responded_at: Instant,
  responder: Responder,
});
export type Response = z.infer<typeof Response>;

/** What a client submits (section 5.6). An absent `response_data` is null, which only `simple` accepts. */
export const RespondRequest = z.object({
  notification_id: NotificationId,
  action_id: ActionId,
  response_data: z
    .unknown()
    .optional()
    .transform((data) => data ?? null),
});
export type RespondRequest = z.infer<typeof RespondRequest>;

/** What the server says to an accepted answer (section 5.6). */
export const RespondReply = z.object({
  notification_id: NotificationId,
  action_id: ActionId,
  status: Status,
  responded_at: Instant,
});
export type RespondReply = z.infer<typeof RespondReply>;

/** A change of state on a stream or in a REST reply (section 13.2); the `updated_at` of a PATCH reply is its timestamp. */
export const StatusUpdate = z.preprocess(
  (raw) => (isObject(raw) ? { ...raw, timestamp: raw.timestamp ?? raw.updated_at } : raw),
  z.object({
    notification_id: NotificationId,
    status: Status,
    reason: z.string().nullish().catch(undefined),
    timestamp: Instant,
  }),
);
export type StatusUpdate = z.infer<typeof StatusUpdate>;

const onePage = { next_cursor: undefined, has_more: false, total_count: undefined };

/**
 * A page of `GET /client/notifications` (section 8); the notifications are read one by one by the caller. A server that
 * does not page leaves `pagination` out.
 */
export const NotificationPage = z.object({
  notifications: z.array(z.unknown()),
  pagination: z
    .object({
      next_cursor: z.string().min(1).nullish().catch(undefined),
      has_more: z.boolean().catch(false),
      total_count: z.number().optional().catch(undefined),
    })
    .catch(onePage),
});
export type NotificationPage = z.infer<typeof NotificationPage>;
