import type { FastifyInstance } from 'fastify';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { setCallback } from '../services/callback.ts';
import { findService, revokeKey, rotateKey, setSuspended } from '../services/key-lifecycle.ts';
import { listingOf } from '../services/list.ts';
import { register, type ServiceDesk } from '../services/register.ts';
import type { Gate } from './auth.ts';
import { limited, perAddress } from './limited.ts';
import { answer, refuse } from './reply.ts';

type ById = { Params: { id: string } };

/** Registration (section 5.2) and the administrator's own routes, which are ours: `/api/v1/admin/services`. */
export function serviceRoutes(app: FastifyInstance, desk: ServiceDesk, gate: Gate, registrations: RateLimiter): void {
  const onRequest = gate.require('admin');

  app.post('/api/v1/services', { onRequest: [onRequest, limited(registrations, perAddress)] }, ({ body }, reply) =>
    answer(reply, register(desk, body), 201),
  );

  app.get('/api/v1/admin/services', { onRequest }, () => ({ services: desk.store.services.list().map(listingOf) }));

  app.get<ById>('/api/v1/admin/services/:id', { onRequest }, ({ params: { id } }, reply) => {
    const service = findService(desk, id);
    return service.ok ? reply.send(listingOf(service.value)) : refuse(reply, service.error);
  });

  app.patch<ById>('/api/v1/admin/services/:id', { onRequest }, ({ params, body }, reply) =>
    answer(reply, setCallback(desk, params.id, body)),
  );

  app.post<ById>('/api/v1/admin/services/:id/rotate', { onRequest }, ({ params }, reply) =>
    answer(reply, rotateKey(desk, params.id)),
  );

  app.post<ById>('/api/v1/admin/services/:id/revoke', { onRequest }, ({ params }, reply) =>
    answer(reply, revokeKey(desk, params.id)),
  );

  app.post<ById>('/api/v1/admin/services/:id/suspend', { onRequest }, ({ params }, reply) =>
    answer(reply, setSuspended(desk, params.id, true)),
  );

  app.post<ById>('/api/v1/admin/services/:id/resume', { onRequest }, ({ params }, reply) =>
    answer(reply, setSuspended(desk, params.id, false)),
  );
}
