import type { FastifyInstance } from 'fastify';
import { fault } from '#shared/protocol/error';
import type { Identities } from '../keys/identities.ts';
import { setCallback } from '../services/callback.ts';
import { listingOf } from '../services/list.ts';
import { register, type ServiceDesk } from '../services/register.ts';
import { requireTier } from './auth.ts';
import { answer, refuse } from './reply.ts';

type ById = { Params: { id: string } };

/** Registration (section 5.2) and the administrator's own routes, which are ours: `/api/v1/admin/services`. */
export function serviceRoutes(app: FastifyInstance, desk: ServiceDesk, identities: Identities): void {
  const onRequest = requireTier(identities, 'admin');

  app.post('/api/v1/services', { onRequest }, ({ body }, reply) => answer(reply, register(desk, body), 201));

  app.get('/api/v1/admin/services', { onRequest }, () => ({ services: desk.store.services.list().map(listingOf) }));

  app.get<ById>('/api/v1/admin/services/:id', { onRequest }, ({ params: { id } }, reply) => {
    const service = desk.store.services.find(id);
    if (!service) return refuse(reply, fault('NOT_FOUND', 'There is no such service.', { service_id: id }));
    return reply.send(listingOf(service));
  });

  app.patch<ById>('/api/v1/admin/services/:id', { onRequest }, ({ params, body }, reply) =>
    answer(reply, setCallback(desk, params.id, body)),
  );
}
