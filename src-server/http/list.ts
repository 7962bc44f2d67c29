import { z } from 'zod';
import { type Fault, fault } from '#shared/protocol/error';
import type { UserId } from '#shared/protocol/ids';
import { Status } from '#shared/protocol/lifecycle';
import { fail, ok, type Result } from '#shared/result';
import { markDelivered } from '../notifications/deliver.ts';
import type { Desk } from '../notifications/desk.ts';
import { expireDue } from '../notifications/expire.ts';
import { clientView } from '../notifications/views.ts';
import type { NotificationFilter } from '../store/notification-page.ts';
import type { StoredNotification } from '../store/notifications.ts';
import { readCursor, writeCursor } from './list-cursor.ts';
import { parseQuery } from './query.ts';

const open = ['created', 'delivered', 'acknowledged'] as const;

const ListQuery = z.object({
  status: z.union([Status, z.literal('pending')]).optional(),
  limit: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(100)).default(50),
  cursor: z.string().min(1).optional(),
  service_id: z.string().optional(),
  project: z.string().optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
});

/**
 * `GET /api/v1/client/notifications` (section 8), for this user. What it returns becomes `delivered`; asked for `created` ones it shows
 * them as they were found. Fault: INVALID_PARAMETER.
 */
export function listForClient(desk: Desk, user: UserId, rawQuery: unknown): Result<object, Fault> {
  const query = parseQuery(ListQuery, rawQuery);
  if (!query.ok) return query;
  const { status, limit, cursor, service_id, project, sort } = query.value;
  const statuses = status === undefined ? undefined : status === 'pending' ? open : [status];
  const filter: NotificationFilter = { user, statuses, serviceId: service_id, project };
  const from = cursor === undefined ? undefined : readCursor(cursor, filter, sort);
  if (cursor !== undefined && !from) {
    const message = 'The cursor is not valid, or was made for other filters.';
    return fail(fault('INVALID_PARAMETER', message, { path: 'cursor' }));
  }
  while (expireDue(desk));
  const { notifications: found, total } = desk.store.notifications.page(filter, sort, from, limit + 1);
  const page = found.slice(0, limit);
  const delivered = markDelivered(desk, page);
  const last = found.length > limit ? page.at(-1) : undefined;
  return ok({
    notifications: (status === 'created' ? page : delivered).map(viewWithService(desk)),
    pagination: {
      next_cursor: last ? writeCursor(last, filter, sort) : null,
      has_more: last !== undefined,
      total_count: total,
    },
  });
}

function viewWithService({ store }: Desk) {
  return (one: StoredNotification) => clientView(one, store.services.find(one.serviceId));
}
