import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServiceListing } from '#shared/protocol/service';
import { adminToken, aServer, endServer, type TestServer } from '../testing/a-server.ts';
import { aService, sent } from '../testing/builders.ts';

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => endServer(server));

const valid = { name: 'Release Bot', description: 'Ships.', callback_url: 'https://ci.example/hook' };
const registering = (body: unknown) => server.call('POST', '/api/v1/services', { token: adminToken, body });

test('a registered service gets an id, a key that works, and its secret back', async () => {
  const secret = 'a-secret-of-the-callers-own-making';
  const reply = await registering({ ...valid, webhook_secret: secret, icon_url: 'https://ci.example/bot.png' });
  expect(reply).toMatchObject({ status: 201, body: { webhook_secret: secret } });
  expect(reply.body.service_id).toMatch(/^svc_/);
  expect(reply.body.api_key).toMatch(/^sk_live_[0-9a-f]{56}$/);
  const key = String(reply.body.api_key);
  await sent(server, { id: '', key, secret });
});

test('a secret is made when none is given', async () => {
  const reply = await registering(valid);
  expect(String(reply.body.webhook_secret).length).toBeGreaterThanOrEqual(32);
});

test.each([
  [{ ...valid, name: undefined }, 400, 'MISSING_REQUIRED_FIELD', 'name'],
  [{ ...valid, name: '' }, 400, 'MISSING_REQUIRED_FIELD', 'name'],
  [{ ...valid, description: null }, 400, 'MISSING_REQUIRED_FIELD', 'description'],
  [{ ...valid, callback_url: undefined }, 400, 'MISSING_REQUIRED_FIELD', 'callback_url'],
  [{ ...valid, callback_url: '' }, 400, 'MISSING_REQUIRED_FIELD', 'callback_url'],
  [{ ...valid, callback_url: 7 }, 400, 'INVALID_CALLBACK_URL', 'callback_url'],
  [{ ...valid, callback_url: 'not a url' }, 400, 'INVALID_CALLBACK_URL', 'callback_url'],
  [{ ...valid, callback_url: 'http://ci.example/hook' }, 400, 'INVALID_CALLBACK_URL', 'callback_url'],
  [{ ...valid, callback_url: 'https://10.0.0.1/hook' }, 400, 'INVALID_CALLBACK_URL', 'callback_url'],
  [{ ...valid, callback_url: 'file:///etc/passwd' }, 400, 'INVALID_CALLBACK_URL', 'callback_url'],
  [{ ...valid, callback_url: 'https://user:pass@ci.example/' }, 400, 'INVALID_CALLBACK_URL', 'callback_url'],
  [{ ...valid, name: 7 }, 400, 'MALFORMED_REQUEST', 'name'],
  [{ ...valid, name: 'n'.repeat(101) }, 422, 'CONSTRAINT_VIOLATION', 'name'],
  [{ ...valid, webhook_secret: 'short' }, 422, 'CONSTRAINT_VIOLATION', 'webhook_secret'],
  [{ ...valid, signature_scheme: 'rot13' }, 422, 'CONSTRAINT_VIOLATION', 'signature_scheme'],
  [{ ...valid, icon_url: 'javascript:alert(1)' }, 422, 'CONSTRAINT_VIOLATION', 'icon_url'],
])('%o is refused with %i %s', async (body, status, code, path) => {
  expect(await registering(body)).toMatchObject({ status, body: { code, details: { path } } });
});

test('a name is taken once, whatever its case', async () => {
  await registering(valid);
  const reply = await registering({ ...valid, name: 'release bot' });
  expect(reply).toMatchObject({ status: 409, body: { code: 'SERVICE_ALREADY_EXISTS' } });
});

test('the list and the single read show everything but key and secret', async () => {
  const { id, key, secret } = await aService(server, valid);
  const list = await server.call('GET', '/api/v1/admin/services', { token: adminToken });
  const services = list.body.services as unknown[];
  const one = await server.call('GET', `/api/v1/admin/services/${id}`, { token: adminToken });
  expect(services).toEqual([one.body]);
  expect(ServiceListing.parse(one.body)).toEqual(one.body);
  expect(one.body).toMatchObject({ service_id: id, ...valid, local: false, signature_scheme: 'plain' });
  expect(JSON.stringify(list.body)).not.toContain(key);
  expect(JSON.stringify(list.body)).not.toContain(secret);
});

test('a callback can be set and cleared', async () => {
  const { id } = await aService(server);
  const set = (callback_url: unknown) =>
    server.call('PATCH', `/api/v1/admin/services/${id}`, { token: adminToken, body: { callback_url } });
  expect(await set('http://127.0.0.1:5000/atp/webhook')).toMatchObject({
    status: 200,
    body: { callback_url: 'http://127.0.0.1:5000/atp/webhook' },
  });
  expect(await set('')).toMatchObject({ status: 200, body: { callback_url: null } });
  expect(await set(null)).toMatchObject({ status: 200, body: { callback_url: null } });
  expect(await set('http://192.168.0.1/')).toMatchObject({ status: 400, body: { code: 'INVALID_CALLBACK_URL' } });
  expect(await set(undefined)).toMatchObject({ status: 400, body: { code: 'MISSING_REQUIRED_FIELD' } });
  const unknown = { token: adminToken, body: { callback_url: null } };
  expect(await server.call('PATCH', '/api/v1/admin/services/none', unknown)).toMatchObject({ status: 404 });
  expect(await server.call('GET', '/api/v1/admin/services/none', { token: adminToken })).toMatchObject({ status: 404 });
});

test('keys are stored as digests only', async () => {
  const { key } = await aService(server);
  const { readFileSync, readdirSync } = await import('node:fs');
  for (const name of readdirSync(server.folder)) {
    expect(readFileSync(`${server.folder}/${name}`).includes(key)).toBe(false);
  }
});
