import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aStream } from '#server/testing/a-stream';
import { wireActions } from '#shared/testing/builders';
import { adminToken, aServer, endServer, type Reply, type TestServer, userToken } from '../testing/a-server.ts';
import { aNotification, answered, aService, sent } from '../testing/builders.ts';
import { operations } from './operations.ts';

type Json = Record<string, unknown>;

let server: TestServer;
let document: Json;
let check: (schema: string) => ValidateFunction;
beforeEach(async () => {
  server = await aServer();
  document = (await server.call('GET', '/api/v1/openapi.json')).body;
  // The patterns in the schemas say what the formats say.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false });
  const compiled = new Map<string, ValidateFunction>();
  check = (pointer) => {
    const found = compiled.get(pointer) ?? ajv.compile(inlined(at(document, pointer)));
    compiled.set(pointer, found);
    return found;
  };
});
afterEach(() => endServer(server));

/** The value at a JSON pointer without its `#`. */
function at(root: unknown, pointer: string): unknown {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce((value, name) => (value as Json | undefined)?.[name], root);
}

/** A schema of the document as one that stands alone: its components become its `$defs`. */
function inlined(schema: unknown): Json {
  const whole = { $defs: at(document, '/components/schemas'), allOf: [schema] };
  return JSON.parse(JSON.stringify(whole).replaceAll('"#/components/schemas/', '"#/$defs/')) as Json;
}

/** Asserts that the document describes a reply: its status, and its body by the schema of that status. */
function described(method: string, path: string, { status, body }: Reply): void {
  const pointer = `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${status}`;
  expect(at(document, pointer), `${method} ${path} → ${status}`).toBeDefined();
  const validate = check(`${pointer}/content/application~1json/schema`);
  expect(validate(body) ? [] : validate.errors, `${method} ${path} → ${status}`).toEqual([]);
}

test('every route is documented, and nothing else is', () => {
  const routes = [...server.routes].flatMap(([url, methods]) =>
    [...methods].map((method) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`),
  );
  const documented = operations.map(({ method, path }) => `${method} ${path}`);
  expect(documented.sort()).toEqual(routes.sort());
  const inDocument = Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(inDocument.sort()).toEqual(documented);
});

test('every reference leads somewhere, every schema compiles, every operation has a name of its own', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer);
  expect(references.length).toBeGreaterThan(50);
  for (const pointer of references) expect(at(document, pointer), pointer).toBeDefined();
  expect(check('/components/schemas/Error')({ code: 'NOT_FOUND', message: 'No.' })).toBe(false);
  for (const name of Object.keys(at(document, '/components/schemas') as Json)) check(`/components/schemas/${name}`);
  const names = [...JSON.stringify(document.paths).matchAll(/"operationId":"([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(operations.length);
});

test('the document needs no credential and is refused to web pages', async () => {
  expect(document.openapi).toBe('3.1.0');
  const fromPage = await server.call('GET', '/api/v1/openapi.json', { headers: { origin: 'https://evil.example' } });
  expect(fromPage.status).toBe(403);
  described('GET', '/api/v1/openapi.json', fromPage);
});

test('what the server really answers is what the document says', async () => {
  const call = async (method: string, path: string, options: Parameters<TestServer['call']>[2], as = path) => {
    const reply = await server.call(method, path, options);
    described(method, as, reply);
    return reply;
  };
  const byId = '/api/v1/notifications/{id}';
  await call('GET', '/api/v1/health', {});
  const registration = { name: 'Build bot', description: 'Builds.', callback_url: 'https://ci.example/atp' };
  await call('POST', '/api/v1/services', { token: adminToken, body: registration });
  for (const body of [registration, {}, { ...registration, name: 'B', callback_url: 'http://10.0.0.1/' }, []])
    await call('POST', '/api/v1/services', { token: adminToken, body });
  await call('POST', '/api/v1/services', { token: userToken, body: registration });
  await call('GET', '/api/v1/admin/services', { token: adminToken });

  const service = await aService(server, { icon_url: 'https://ci.example/icon.png' });
  const token = service.key;
  const body = aNotification({ actions: Object.values(wireActions), deadline: '2026-01-16T00:00:00+02:00' });
  const id = String((await call('POST', '/api/v1/notifications', { token, body })).body.notification_id);
  await call('POST', '/api/v1/notifications', { token, body });
  await call('POST', '/api/v1/notifications', { token, body: { ...body, version: '1.1' } });
  await call('POST', '/api/v1/notifications', { token: 'none', body });
  for (const bad of [{}, [], { ...body, actions: [{ ...wireActions.simple, response_type: 'form' }] }])
    await call('POST', '/api/v1/notifications', { token, body: bad });
  await call('GET', `/api/v1/client/notifications/${id}`, { token: userToken }, '/api/v1/client/notifications/{id}');
  await call('GET', `/api/v1/notifications/${id}`, { token }, byId);
  await call('GET', '/api/v1/client/notifications', { token: userToken });
  const acknowledge = `/api/v1/client/notifications/${id}/acknowledge`;
  await call('POST', acknowledge, { token: userToken }, '/api/v1/client/notifications/{id}/acknowledge');
  const answer = { notification_id: id, action_id: 'ship', response_data: 1 };
  for (const response_data of [1, null, null])
    await call('POST', '/api/v1/client/respond', { token: userToken, body: { ...answer, response_data } });
  await call('GET', `/api/v1/notifications/${id}`, { token }, byId);
  await call('GET', '/api/v1/client/notifications', { token: userToken });
  await call('PATCH', `/api/v1/notifications/${id}`, { token, body: { status: 'invalidated' } }, byId);
  const other = await sent(server, service);
  await call(
    'PATCH',
    `/api/v1/notifications/${other}`,
    { token, body: { status: 'invalidated', reason: 'Done.' } },
    byId,
  );
  await call('GET', `/api/v1/notifications/${other}`, { token }, byId);
  await call('GET', `/api/v1/notifications/${id}x`, { token }, byId);
});

test('what the server answers the administrator is what the document says', async () => {
  const call = async (method: string, path: string, body?: unknown, as = path) => {
    const reply = await server.call(method, path, { token: adminToken, body });
    described(method, as, reply);
    return reply;
  };
  const one = '/api/v1/admin/services/{id}';
  const service = await aService(server, { callback_url: 'https://127.0.0.1:9/atp' });
  const id = await sent(server, service);
  await answered(server, id);
  const deliveries = await call(
    'GET',
    `/api/v1/notifications/${id}/deliveries`,
    undefined,
    '/api/v1/notifications/{id}/deliveries',
  );
  const [{ delivery_id }] = deliveries.body.deliveries as [{ delivery_id: string }];
  const resend = '/api/v1/notifications/{id}/deliveries/{delivery_id}/resend';
  for (const name of [delivery_id, 'none'])
    await call('POST', `/api/v1/notifications/${id}/deliveries/${name}/resend`, undefined, resend);
  await call('GET', `/api/v1/admin/services/${service.id}/deliveries`, undefined, `${one}/deliveries`);
  for (const verb of ['suspend', 'resume', 'rotate', 'revoke', 'suspend'])
    await call('POST', `/api/v1/admin/services/${service.id}/${verb}`, undefined, `${one}/${verb}`);
  for (const name of [service.id, 'none']) {
    await call('GET', `/api/v1/admin/services/${name}`, undefined, one);
    await call('PATCH', `/api/v1/admin/services/${name}`, { callback_url: null }, one);
  }
  for (const body of [
    { name: 'Ann', user_id: 'ann' },
    { name: 'Ann', user_id: 'ann' },
    {},
    { name: 'A', type: 'robot' },
  ])
    await call('POST', '/api/v1/admin/users', body);
  await call('GET', '/api/v1/admin/users');
  for (const name of ['ann', 'user_42', 'none'])
    await call('POST', `/api/v1/admin/users/${name}/revoke`, undefined, '/api/v1/admin/users/{id}/revoke');
});

test('what the server answers about and over bridges is what the document says', async () => {
  const all = '/api/v1/admin/bridges';
  const call = async (method: string, path: string, options: Parameters<TestServer['call']>[2], as = path) => {
    const reply = await server.call(method, path, { token: adminToken, ...options });
    described(method, as, reply);
    return reply.body as Record<string, string>;
  };
  const events = { '*': [{ id: 'go', label: 'Go', response_type: 'simple' }] };
  const registration = { kind: 'trigger', name: 'Tickets', events, answer_url: 'https://agent.example/in' };
  const { bridge_id, token } = await call('POST', all, { body: registration });
  for (const body of [registration, {}, [], { ...registration, name: 'B', events: { a: [{ id: 'x' }] } }])
    await call('POST', all, { body });
  await call('POST', all, { body: { kind: 'a2a', agent_url: 'http://10.0.0.1' } });
  await call('GET', all, {});
  const intake = '/api/v1/bridges/triggers/{id}';
  const event = {
    trigger_source: 's',
    event_type: 'e',
    timestamp: '2026-01-15T09:00:00Z',
    correlation_id: 'c',
    data: {},
  };
  for (const [using, body] of [
    [token, event],
    [token, event],
    [token, { ...event, data: undefined }],
    [token, { ...event, timestamp: 'x' }],
    ['none', event],
  ] as const)
    await call('POST', `/api/v1/bridges/triggers/${bridge_id}`, { token: using, body }, intake);
  await call('POST', `/api/v1/bridges/a2a/${bridge_id}`, { body: { taskId: 'x' } }, '/api/v1/bridges/a2a/{id}');
  const subscription = { body: { task_id: 'x' } };
  for (const name of [bridge_id, 'none']) {
    await call('GET', `${all}/${name}`, {}, `${all}/{id}`);
    await call('POST', `${all}/${name}/rotate`, {}, `${all}/{id}/rotate`);
    await call('POST', `${all}/${name}/subscriptions`, subscription, `${all}/{id}/subscriptions`);
    await call('DELETE', `${all}/${name}`, {}, `${all}/{id}`);
  }
});

test('what comes over the stream is an envelope', async () => {
  const isEnvelope = check('/components/schemas/Envelope');
  const service = await aService(server);
  const stream = await aStream(`${server.url}/api/v1/client/stream`, { authorization: `Bearer ${userToken}` });
  const id = await sent(server, service, { actions: Object.values(wireActions) });
  await stream.frame((one) => one.type === 'notification');
  stream.send({ type: 'acknowledge', data: { notification_id: id } });
  stream.send({ type: 'acknowledge', data: { notification_id: 'x' } });
  await stream.frame((one) => one.type === 'error');
  server.clock.advance(30_000);
  await stream.frame((one) => one.type === 'heartbeat');
  await answered(server, id, { action_id: 'ship' });
  await stream.frame((one) => one.data.status === 'responded');
  for (const frame of stream.frames) expect(isEnvelope(frame) ? [] : [frame, isEnvelope.errors]).toEqual([]);
  expect(new Set(stream.frames.map(({ type }) => type)).size).toBe(4);
  stream.socket.terminate();
});
