import type { FastifyInstance } from 'fastify';
import { fault } from '#shared/protocol/error';
import type { Limiters } from '../limits/limiters.ts';
import { acknowledge } from '../notifications/acknowledge.ts';
import { markDelivered } from '../notifications/deliver.ts';
import type { Desk } from '../notifications/desk.ts';
import { findVisible } from '../notifications/find.ts';
import { respond } from '../notifications/respond.ts';
import { clientView, lastUpdate } from '../notifications/views.ts';
import { type Gate, userOf } from './auth.ts';
import { limited, perUser } from './limited.ts';
import { listForClient } from './list.ts';
import { answer, refuse } from './reply.ts';
import { parseSubmission } from './respond-request.ts';

type ById = { Params: { id: string } };
type ClientLimiters = Pick<Limiters, 'polls' | 'responses' | 'acknowledges'>;

/** What clients do (section 5.1, rows 5 to 8), and the plain GET of the stream, which is for upgrades only. */
export function clientRoutes(app: FastifyInstance, desk: Desk, gate: Gate, limiters: ClientLimiters): void {
  const user = gate.require('user');
  const onPoll = [user, limited(limiters.polls, perUser)];
  const onRespond = [user, limited(limiters.responses, perUser)];
  const onAcknowledge = [user, limited(limiters.acknowledges, perUser)];

  app.get('/api/v1/client/notifications', { onRequest: onPoll }, (request, reply) =>
    answer(reply, listForClient(desk, userOf(request).id, request.query)),
  );

  app.get<ById>('/api/v1/client/notifications/:id', { onRequest: onPoll }, (request, reply) => {
    const found = findVisible(desk, request.params.id, userOf(request).id);
    if (!found.ok) return refuse(reply, found.error);
    const [read = found.value] = markDelivered(desk, [found.value]);
    return reply.send(clientView(read, desk.store.services.find(read.serviceId)));
  });

  app.post('/api/v1/client/respond', { onRequest: onRespond }, (request, reply) => {
    const submission = parseSubmission(request.body, request.headers['idempotency-key'], userOf(request));
    return submission.ok ? answer(reply, respond(desk, submission.value)) : refuse(reply, submission.error);
  });

  app.post<ById>('/api/v1/client/notifications/:id/acknowledge', { onRequest: onAcknowledge }, (request, reply) => {
    const done = acknowledge(desk, request.params.id, userOf(request).id);
    return done.ok ? reply.send(lastUpdate(done.value)) : refuse(reply, done.error);
  });

  app.get('/api/v1/client/stream', { onRequest: user }, (_request, reply) => {
    reply.header('upgrade', 'websocket');
    return refuse(reply, fault('MALFORMED_REQUEST', 'This address takes WebSocket connections.'), 426);
  });
}
