import { randomUUID } from 'node:crypto';
import { adminToken, type TestServer, userToken } from './a-server.ts';

export type RegisteredService = { id: string; key: string; secret: string };

/** Registers a service; without a callback it reads its answers by status. */
export async function aService(server: TestServer, fields: Record<string, unknown> = {}): Promise<RegisteredService> {
  const body = { name: `Service ${randomUUID()}`, description: 'A test.', callback_url: null, ...fields };
  const reply = await server.call('POST', '/api/v1/services', { token: adminToken, body });
  if (reply.status !== 201) throw new Error(`Registration failed: ${JSON.stringify(reply.body)}`);
  const { service_id, api_key, webhook_secret } = reply.body;
  return { id: String(service_id), key: String(api_key), secret: String(webhook_secret) };
}

/** What a service sends: one `simple` and one `number` action unless told otherwise. */
export function aNotification(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: randomUUID(),
    context: { title: 'Ship build 118?', description: 'All green.', project: 'storefront', metadata: { build: 118 } },
    actions: [
      { id: 'ship_it', label: 'Ship it', response_type: 'simple' },
      { id: 'rollout', label: 'Rollout', response_type: 'number', constraints: { min: 5, max: 50, step: 5 } },
    ],
    ...fields,
  };
}

/** Sends a notification and returns its id. */
export async function sent(
  server: TestServer,
  service: RegisteredService,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const reply = await server.call('POST', '/api/v1/notifications', { token: service.key, body: aNotification(fields) });
  if (reply.status !== 201) throw new Error(`Sending failed: ${JSON.stringify(reply.body)}`);
  return String(reply.body.notification_id);
}

/** Answers a notification as the test's user. */
export function answered(
  server: TestServer,
  id: string,
  fields: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) {
  const body = { notification_id: id, action_id: 'ship_it', response_data: null, ...fields };
  return server.call('POST', '/api/v1/client/respond', { token: userToken, body, headers });
}
