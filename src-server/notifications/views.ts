import { formatInstant } from '#shared/protocol/instant';
import type { StoredNotification } from '../store/notifications.ts';
import type { Service } from '../store/services.ts';
import type { StatusChange } from './news.ts';

/** A status update (section 13.2). */
export function statusUpdate({ id, status, at, reason }: Omit<StatusChange, 'recipients'>) {
  return { notification_id: id, status, ...(reason === undefined ? {} : { reason }), timestamp: formatInstant(at) };
}

/** The status update that brought a notification where it is. */
export function lastUpdate({ id, status, statusAt, reason }: StoredNotification) {
  return statusUpdate({ id, status, at: statusAt, reason });
}

/**
 * A notification as a client gets it (section 10), with two optional extension fields that others may ignore:
 * `response`, the recorded answer (20.26), and `status_update`, the change that brought it where it is (13.2), so that a
 * client that was away learns when it was withdrawn or expired, and why.
 */
export function clientView(notification: StoredNotification, service: Service | undefined): Record<string, unknown> {
  const { id, body, serviceId, status, answer } = notification;
  const { id: _, version, timestamp, deadline, context, actions, ...unknown } = body;
  return {
    id,
    version,
    timestamp,
    ...(deadline === undefined ? {} : { deadline }),
    service: {
      id: serviceId,
      name: service?.name ?? serviceId,
      ...(service?.iconUrl ? { icon: service.iconUrl } : {}),
    },
    context,
    actions,
    status,
    ...(answer ? { response: { notification_id: id, ...answer } } : {}),
    status_update: lastUpdate(notification),
    ...unknown,
  };
}

/** What a service reads about its notification (section 5.4). `reason` is there when it was withdrawn with one. */
export function serviceView({ id, body, status, statusAt, reason, answer }: StoredNotification) {
  return {
    notification_id: id,
    status,
    responded: answer !== undefined,
    ...(answer ?? {}),
    ...(reason === undefined ? {} : { reason }),
    metadata: body.context.metadata ?? {},
    updated_at: formatInstant(statusAt),
  };
}
