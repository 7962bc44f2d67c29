// @ts-check
import { randomUUID } from 'node:crypto';
import { mustBeRefused } from '../expect.mjs';
import { rule } from '../rule.mjs';

const id = randomUUID();
/** @type {readonly [method: string, path: string, tier: 'service' | 'user', body?: object][]} */
const routes = [
  ['POST', '/api/v1/notifications', 'service', {}],
  ['GET', `/api/v1/notifications/${id}`, 'service'],
  ['PATCH', `/api/v1/notifications/${id}`, 'service', { status: 'invalidated' }],
  ['GET', '/api/v1/client/notifications', 'user'],
  ['GET', `/api/v1/client/notifications/${id}`, 'user'],
  ['POST', `/api/v1/client/notifications/${id}/acknowledge`, 'user'],
  ['POST', '/api/v1/client/respond', 'user', { notification_id: id, action_id: 'ok', response_data: null }],
  ['GET', '/api/v1/client/events', 'user'],
];
const invalid = 'AUTH_INVALID_TOKEN';

/** @type {import('../rule.mjs').Chapter} */
export const credentials = {
  name: 'credentials',
  title: '3 Authentication',
  rules: [
    ...routes.flatMap(([method, path, tier, body]) => {
      const name = `${method} ${path.replace(id, '{id}')}`;
      return [
        rule('3', 'docs', `${name}: no or an unknown credential is 401 ${invalid}`, async ({ http }) => {
          mustBeRefused(await http.call(method, path, { body }), 401, invalid);
          mustBeRefused(await http.call(method, path, { body, token: `unknown-${randomUUID()}` }), 401, invalid);
          mustBeRefused(
            await http.call(method, path, { body, headers: { authorization: 'Basic YTpi' } }),
            401,
            invalid,
          );
        }),
        rule('3', 'inferred', `${name}: a credential of another tier is 401 ${invalid}`, async (world) => {
          const { key } = await world.plain;
          for (const token of [world.adminToken, tier === 'service' ? world.userToken : key]) {
            if (token !== undefined) mustBeRefused(await world.http.call(method, path, { body, token }), 401, invalid);
          }
        }),
      ];
    }),
    rule('3', 'docs', `POST /api/v1/services: an unknown credential is 401 ${invalid}`, async (world) => {
      const token = `unknown-${randomUUID()}`;
      mustBeRefused(await world.http.call('POST', '/api/v1/services', { body: {}, token }), 401, invalid);
    }),
    rule('3', 'docs', 'POST /api/v1/services: a service’s key is 403 AUTH_INSUFFICIENT_PERMISSIONS', async (world) => {
      const { key } = await world.plain;
      const reply = await world.http.call('POST', '/api/v1/services', { body: world.registration(), token: key });
      mustBeRefused(reply, 403, 'AUTH_INSUFFICIENT_PERMISSIONS');
    }),
  ],
};
