import { z } from 'zod';

/** What a service reads about its notification (section 5.4). Statuses that we do not know yet are kept as they came. */
export const NotificationStatus = z
  .object({
    notification_id: z.string().min(1),
    status: z.string().min(1),
    responded: z.boolean().nullish(),
    action_id: z.string().nullish(),
    response_data: z.unknown().optional(),
    responded_at: z.string().nullish(),
    responder: z.object({ id: z.string(), type: z.string() }).nullish(),
    reason: z.string().nullish(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
    updated_at: z.string().nullish(),
  })
  .transform((wire) => ({
    notification_id: wire.notification_id,
    /** The lifecycle state (section 2.1); `status` on the wire. */
    state: wire.status,
    responded: wire.responded ?? (wire.status === 'responded' || wire.status === 'completed'),
    action_id: wire.action_id ?? undefined,
    response_data: wire.response_data ?? null,
    responded_at: wire.responded_at ?? undefined,
    responder: wire.responder ?? undefined,
    reason: wire.reason ?? undefined,
    metadata: wire.metadata ?? {},
    updated_at: wire.updated_at ?? undefined,
  }));
export type NotificationStatus = z.infer<typeof NotificationStatus>;

/** How a question ended. */
export type Ending<Answer = { action_id: string; response_data: unknown }> =
  | ({ status: 'answered'; responded_at: string | undefined } & Answer & { notification: NotificationStatus })
  | { status: 'expired'; notification: NotificationStatus }
  | { status: 'withdrawn'; reason: string | undefined; notification: NotificationStatus };

/** The ending that a status tells, or undefined while the question is open. */
export function endingOf(read: NotificationStatus): Ending | undefined {
  if (read.responded && read.action_id !== undefined) {
    const { action_id, response_data, responded_at } = read;
    return { status: 'answered', action_id, response_data, responded_at, notification: read };
  }
  if (read.state === 'expired') return { status: 'expired', notification: read };
  if (read.state === 'invalidated') return { status: 'withdrawn', reason: read.reason, notification: read };
  return undefined;
}
