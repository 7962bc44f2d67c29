import type { FastifyInstance, FastifyRequest } from 'fastify';
import { taskOfPush } from '../bridges/a2a/push.ts';
import { subscribeTask } from '../bridges/a2a/subscribe-task.ts';
import type { TaskWatch } from '../bridges/a2a/watch.ts';
import { bridgeGate, bridgeOf } from '../bridges/gate.ts';
import { findBridge, removeBridge, rotateToken } from '../bridges/lifecycle.ts';
import { bridgeListing } from '../bridges/list.ts';
import { registerBridge } from '../bridges/register.ts';
import { maxEventBytes } from '../bridges/triggers/event.ts';
import { takeEvent } from '../bridges/triggers/take-event.ts';
import type { Limiters } from '../limits/limiters.ts';
import type { Desk } from '../notifications/desk.ts';
import type { Way } from '../webhooks/reach.ts';
import type { Gate } from './auth.ts';
import { limited, perAddress } from './limited.ts';
import { answer, refuse } from './reply.ts';

type ById = { Params: { id: string } };
type BridgeLimiters = Pick<Limiters, 'registrations' | 'sends' | 'updates' | 'failures'>;

/**
 * What comes in over bridges (appendices A.3 and B) and the administrator's routes for them, which are ours. `way` is made for
 * each request that goes out.
 */
export function bridgeRoutes(
  app: FastifyInstance,
  desk: Desk,
  gate: Gate,
  watch: TaskWatch,
  { registrations, sends, updates, failures }: BridgeLimiters,
  way: () => Omit<Way, 'now'>,
): void {
  app.decorateRequest('bridge', undefined);

  const onPush = bridgeGate(desk.store, 'a2a', failures, updates);
  app.post<ById>('/api/v1/bridges/a2a/:id', { onRequest: onPush }, (request, reply) => {
    const task = taskOfPush(request.body);
    if (!task.ok) return refuse(reply, task.error);
    if (task.value !== undefined) watch.call(bridgeOf(request), task.value);
    return reply.send({ status: task.value === undefined ? 'ignored' : 'received' });
  });

  const onEvent = bridgeGate(desk.store, 'trigger', failures, sends);
  const options = { onRequest: onEvent, bodyLimit: maxEventBytes };
  app.post<ById>('/api/v1/bridges/triggers/:id', options, (request, reply) => {
    const taken = takeEvent(desk, bridgeOf(request), request.body);
    if (!taken.ok) return refuse(reply, taken.error);
    const { id: notification_id, repeated } = taken.value;
    return reply.code(repeated ? 200 : 201).send({ notification_id, status: repeated ? 'duplicate' : 'received' });
  });

  const onRequest = gate.require('admin');
  const onRegister = [onRequest, limited(registrations, perAddress)];

  app.post('/api/v1/admin/bridges', { onRequest: onRegister }, async (request, reply) =>
    answer(reply, await registerBridge(desk, request.body, baseOf(request), way()), 201),
  );

  app.get('/api/v1/admin/bridges', { onRequest }, (request) => ({
    bridges: desk.store.bridges.list().map((one) => bridgeListing(desk.store, one, baseOf(request))),
  }));

  app.get<ById>('/api/v1/admin/bridges/:id', { onRequest }, (request, reply) => {
    const found = findBridge(desk, request.params.id);
    return found.ok ? reply.send(bridgeListing(desk.store, found.value, baseOf(request))) : refuse(reply, found.error);
  });

  app.delete<ById>('/api/v1/admin/bridges/:id', { onRequest }, (request, reply) =>
    answer(reply, removeBridge(desk, request.params.id, baseOf(request))),
  );

  app.post<ById>('/api/v1/admin/bridges/:id/rotate', { onRequest }, ({ params }, reply) =>
    answer(reply, rotateToken(desk, params.id)),
  );

  app.post<ById>('/api/v1/admin/bridges/:id/subscriptions', { onRequest }, async (request, reply) => {
    const asked = { id: request.params.id, body: request.body, base: baseOf(request) };
    return answer(reply, await subscribeTask(desk, watch, asked, way()), 201);
  });
}

/** This server's address as the administrator reached it; the guard has let only our own names through. */
function baseOf({ protocol, headers }: FastifyRequest): string {
  return `${protocol}://${headers.host ?? ''}`;
}
