import type { FastifyInstance } from 'fastify';
import { fault } from '#shared/protocol/error';
import type { Identities } from '../keys/identities.ts';
import { acknowledge } from '../notifications/acknowledge.ts';
import { markDelivered } from '../notifications/deliver.ts';
import type { Desk } from '../notifications/desk.ts';
import { findNotification } from '../notifications/find.ts';
import { respond } from '../notifications/respond.ts';
import { clientView, lastUpdate } from '../notifications/views.ts';
import { requireTier, userOf } from './auth.ts';
import { listForClient } from './list.ts';
import { answer, refuse } from './reply.ts';
import { parseSubmission } from './respond-request.ts';

type ById = { Params: { id: string } };

/** What clients do (section 5.1, rows 5 to 8), and the plain GET of the stream, which is for upgrades only. */
export function clientRoutes(app: FastifyInstance, desk: Desk, identities: Identities): void {
  const onRequest = requireTier(identities, 'user');

  app.get('/api/v1/client/notifications', { onRequest }, ({ query }, reply) =>
    answer(reply, listForClient(desk, query)),
  );

  app.get<ById>('/api/v1/client/notifications/:id', { onRequest }, ({ params }, reply) => {
    const found = findNotification(desk, params.id);
    if (!found.ok) return refuse(reply, found.error);
    const [read = found.value] = markDelivered(desk, [found.value]);
    return reply.send(clientView(read, desk.store.services.find(read.serviceId)));
  });

  app.post('/api/v1/client/respond', { onRequest }, (request, reply) => {
    const submission = parseSubmission(request.body, request.headers['idempotency-key'], userOf(request));
    return submission.ok ? answer(reply, respond(desk, submission.value)) : refuse(reply, submission.error);
  });

  app.post<ById>('/api/v1/client/notifications/:id/acknowledge', { onRequest }, ({ params }, reply) => {
    const done = acknowledge(desk, params.id);
    return done.ok ? reply.send(lastUpdate(done.value)) : refuse(reply, done.error);
  });

  app.get('/api/v1/client/stream', { onRequest }, (_request, reply) => {
    reply.header('upgrade', 'websocket');
    return refuse(reply, fault('MALFORMED_REQUEST', 'This address takes WebSocket connections.'), 426);
  });
}
