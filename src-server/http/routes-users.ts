import type { FastifyInstance } from 'fastify';
import { createUser, listUsers, revokeUser, type UserDesk } from '../users/users.ts';
import type { Gate } from './auth.ts';
import { answer } from './reply.ts';

type ById = { Params: { id: string } };

/** The administrator's routes for users, which are ours: `/api/v1/admin/users`. */
export function userRoutes(app: FastifyInstance, desk: UserDesk, gate: Gate): void {
  const onRequest = gate.require('admin');

  app.post('/api/v1/admin/users', { onRequest }, ({ body }, reply) => answer(reply, createUser(desk, body), 201));

  app.get('/api/v1/admin/users', { onRequest }, () => ({ users: listUsers(desk) }));

  app.post<ById>('/api/v1/admin/users/:id/revoke', { onRequest }, ({ params }, reply) =>
    answer(reply, revokeUser(desk, params.id)),
  );
}
