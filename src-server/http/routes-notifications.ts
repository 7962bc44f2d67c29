import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fault, fault } from '#shared/protocol/error';
import { formatInstant } from '#shared/protocol/instant';
import { isObject } from '#shared/protocol/json-shape';
import { fail, ok, type Result } from '#shared/result';
import type { Limiters } from '../limits/limiters.ts';
import { complete, isPickedUpByReading } from '../notifications/complete.ts';
import { type Desk, runUnattended } from '../notifications/desk.ts';
import { findOwned } from '../notifications/find.ts';
import { send } from '../notifications/send.ts';
import { serviceView } from '../notifications/views.ts';
import { waitUntilClosed } from '../notifications/wait.ts';
import { withdraw } from '../notifications/withdraw.ts';
import { type Gate, serviceOf } from './auth.ts';
import { limited, perService } from './limited.ts';
import { parseQuery } from './query.ts';
import { refuse } from './reply.ts';

type ById = { Params: { id: string } };

/** The longest wait of a status read, in seconds (our extension of section 5.4). */
const StatusQuery = z.object({ wait: z.coerce.number().int().min(0).max(60).default(0) });

const maxReason = 2000;

/** What services do with notifications: send, read the status, withdraw (sections 5.3 to 5.5). `ending`: the server stops. */
export function notificationRoutes(
  app: FastifyInstance,
  desk: Desk,
  gate: Gate,
  { sends, updates }: Pick<Limiters, 'sends' | 'updates'>,
  ending: AbortSignal,
): void {
  const service = gate.require('service');
  const onSend = [service, limited(sends, perService)];
  const onRequest = [service, limited(updates, perService)];

  app.post('/api/v1/notifications', { onRequest: onSend }, (request, reply) => {
    const sent = send(desk, serviceOf(request), request.body);
    if (!sent.ok) return refuse(reply, sent.error);
    const { id, createdAt, repeated } = sent.value;
    const estimated_delivery = formatInstant(createdAt);
    return reply.code(repeated ? 200 : 201).send({ notification_id: id, status: 'created', estimated_delivery });
  });

  app.get<ById>('/api/v1/notifications/:id', { onRequest }, async (request, reply) => {
    const service = serviceOf(request);
    const query = parseQuery(StatusQuery, request.query);
    if (!query.ok) return refuse(reply, query.error);
    const first = findOwned(desk, request.params.id, service.id);
    if (!first.ok) return refuse(reply, first.error);
    if (query.value.wait > 0) {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      await waitUntilClosed(desk, first.value, query.value.wait * 1000, AbortSignal.any([ending, gone.signal]));
      if (gone.signal.aborted) return reply.hijack();
      if (!gate.isStill(request, service)) {
        reply.header('connection', 'close');
        return refuse(reply, fault('AUTH_INVALID_TOKEN', 'The key was revoked or rotated while you waited.'));
      }
    }
    const found = findOwned(desk, request.params.id, service.id);
    if (!found.ok) return refuse(reply, found.error);
    if (isPickedUpByReading(desk, found.value)) completeOnceSent(desk, reply, found.value.id);
    return reply.send(serviceView(found.value));
  });

  app.patch<ById>('/api/v1/notifications/:id', { onRequest }, (request, reply) => {
    const update = parseUpdate(request.body);
    if (!update.ok) return refuse(reply, update.error);
    const done = withdraw(desk, request.params.id, serviceOf(request).id, update.value.reason);
    if (!done.ok) return refuse(reply, done.error);
    const { id, status, statusAt } = done.value;
    return reply.send({ notification_id: id, status, updated_at: formatInstant(statusAt) });
  });
}

/** Picked up once the reply is out: a read that never arrived must not count. */
function completeOnceSent(desk: Desk, reply: FastifyReply, id: string): void {
  reply.raw.once('finish', () => runUnattended(desk, () => complete(desk, id)));
}

/** The body of an update (section 5.5): only a withdrawal, with the reason that people will see. */
function parseUpdate(body: unknown): Result<{ reason: string | undefined }, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  const { status, reason } = body;
  if (status === undefined || status === null) {
    return fail(fault('MISSING_REQUIRED_FIELD', 'The field "status" is required.', { path: 'status' }));
  }
  if (status !== 'invalidated') {
    return fail(fault('INVALID_STATUS', 'A service can only set the status "invalidated".', { path: 'status' }));
  }
  if (reason === undefined || reason === null) return ok({ reason: undefined });
  if (typeof reason !== 'string') {
    return fail(fault('MALFORMED_REQUEST', 'The field "reason" must be a string.', { path: 'reason' }));
  }
  if (reason.length > maxReason) {
    const message = `The reason has at most ${maxReason} characters.`;
    return fail(fault('CONSTRAINT_VIOLATION', message, { path: 'reason', limit: maxReason }));
  }
  return ok({ reason });
}
