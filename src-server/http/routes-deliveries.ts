import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeliveryList, DeliveryPage } from '#shared/protocol/delivery';
import type { Fault } from '#shared/protocol/error';
import type { Result } from '#shared/result';
import { deliveryListing } from '../deliveries/list.ts';
import { resend } from '../deliveries/resend.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { Desk } from '../notifications/desk.ts';
import { findNotification, findOwned } from '../notifications/find.ts';
import { findService } from '../services/key-lifecycle.ts';
import type { StoredNotification } from '../store/notifications.ts';
import type { Gate } from './auth.ts';
import { limited, perService } from './limited.ts';
import { parseQuery } from './query.ts';
import { answer, refuse } from './reply.ts';

const integer = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const PageQuery = z.object({
  limit: integer.pipe(z.int().min(1).max(100)).default(50),
  /** The `next_cursor` of the page before. */
  cursor: integer.default(Number.MAX_SAFE_INTEGER),
});

type ById = { Params: { id: string } };
type ByDelivery = { Params: { id: string; delivery_id: string } };

/** Webhook deliveries for their owner and the administrator, which is ours: to see how they stand, to send them again. */
export function deliveryRoutes(app: FastifyInstance, desk: Desk, gate: Gate, updates: RateLimiter): void {
  const onRequest = [gate.require('service', 'admin'), limited(updates, perService)];

  app.get<ById>('/api/v1/notifications/:id/deliveries', { onRequest }, (request, reply) => {
    const found = findFor(desk, request.params.id, request);
    if (!found.ok) return refuse(reply, found.error);
    const list: DeliveryList = {
      deliveries: desk.store.deliveries.ofNotification(found.value.id).map(deliveryListing),
    };
    return reply.send(list);
  });

  app.post<ByDelivery>('/api/v1/notifications/:id/deliveries/:delivery_id/resend', { onRequest }, (request, reply) => {
    const found = findFor(desk, request.params.id, request);
    if (!found.ok) return refuse(reply, found.error);
    return answer(reply, resend(desk, found.value, request.params.delivery_id));
  });

  app.get<ById>('/api/v1/admin/services/:id/deliveries', { onRequest: gate.require('admin') }, (request, reply) => {
    const query = parseQuery(PageQuery, request.query);
    if (!query.ok) return refuse(reply, query.error);
    const service = findService(desk, request.params.id);
    if (!service.ok) return refuse(reply, service.error);
    const { limit, cursor } = query.value;
    const { deliveries, total } = desk.store.deliveries.ofService(service.value.id, cursor, limit + 1);
    const page = deliveries.slice(0, limit);
    const last = deliveries.length > limit ? page.at(-1) : undefined;
    const content: DeliveryPage = {
      deliveries: page.map(deliveryListing),
      pagination: {
        next_cursor: last ? String(last.place) : null,
        has_more: last !== undefined,
        total_count: total,
      },
    };
    return reply.send(content);
  });
}

/** A notification for its own service, or any of them for the administrator. */
function findFor(desk: Desk, id: string, { identity }: FastifyRequest): Result<StoredNotification, Fault> {
  if (identity?.tier === 'service') return findOwned(desk, id, identity.service.id);
  return findNotification(desk, id);
}
