import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aStream } from '../testing/a-stream.ts';
import { aNotification, aService, sent } from '../testing/builders.ts';

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => endServer(server));

const anError = (code: string) => ({
  code,
  message: expect.stringMatching(/\w/),
  request_id: expect.stringMatching(/^req_[0-9a-f]{32}$/),
});

test('an unknown path is a flat 404 error object', async () => {
  const reply = await server.call('GET', '/api/v1/nothing');
  expect(reply).toMatchObject({ status: 404, body: anError('NOT_FOUND') });
});

test.each([
  ['PUT', '/api/v1/notifications', 'POST'],
  ['DELETE', '/api/v1/notifications/some-id', 'GET, PATCH'],
  ['POST', '/api/v1/client/notifications', 'GET'],
  ['GET', '/api/v1/client/respond', 'POST'],
  ['GET', '/api/v1/services', 'POST'],
  ['OPTIONS', '/api/v1/health', 'GET'],
])('%s %s is 405 with Allow: %s', async (method, path, allow) => {
  const reply = await server.call(method, path);
  expect(reply).toMatchObject({ status: 405, body: anError('METHOD_NOT_ALLOWED') });
  expect(reply.headers.get('allow')).toBe(allow);
});

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test.each([
  ['not JSON', '{"context":'],
  ['nothing at all', ''],
  ['a lone string', '"hello"'],
  ['an array', '[]'],
  ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['far too deep', `{"context":{"title":"a","description":"","metadata":${nested(100_000)}},"actions":[]}`],
  ['a prototype key', '{"__proto__":{"admin":true},"context":{"title":"a","description":""},"actions":[]}'],
  [
    'a nested prototype key',
    '{"context":{"title":"a","description":"","metadata":{"\\u005f_proto__":1}},"actions":[]}',
  ],
])('a body that is %s is 400 MALFORMED_REQUEST', async (_what, raw) => {
  const { key } = await aService(server);
  const reply = await server.call('POST', '/api/v1/notifications', { token: key, raw });
  expect(reply).toMatchObject({ status: 400, body: anError('MALFORMED_REQUEST') });
  const list = await server.call('GET', '/api/v1/client/notifications', { token: userToken });
  expect(list.body.pagination).toMatchObject({ total_count: 0 });
});

test('a body over 1 MB and a notification over 900 KiB are 413', async () => {
  const { key } = await aService(server);
  for (const size of [2_000_000, 950_000]) {
    const body = aNotification({ context: { title: 'big', description: 'x'.repeat(size) } });
    const reply = await server.call('POST', '/api/v1/notifications', { token: key, body });
    expect(reply).toMatchObject({ status: 413, body: anError('PAYLOAD_TOO_LARGE') });
  }
  const body = aNotification({ context: { title: 'big enough', description: 'x'.repeat(900_000) } });
  expect((await server.call('POST', '/api/v1/notifications', { token: key, body })).status).toBe(201);
});

test('small text that grows when written as JSON counts as what clients get', async () => {
  const { key } = await aService(server);
  const raw = JSON.stringify(aNotification()).replace('"build":118', `"build":[${'1e20,'.repeat(100_000)}1]`);
  const reply = await server.call('POST', '/api/v1/notifications', { token: key, raw });
  expect(reply).toMatchObject({ status: 413, body: anError('PAYLOAD_TOO_LARGE') });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'application/jsonp'])(
  'the content type %s is 415 before authentication',
  async (type) => {
    const options = { raw: '{}', headers: { 'content-type': type } };
    const reply = await server.call('POST', '/api/v1/notifications', options);
    expect(reply).toMatchObject({ status: 415, body: anError('UNSUPPORTED_MEDIA_TYPE') });
  },
);

test('an empty body needs no content type', async () => {
  const id = await sent(server, await aService(server));
  const reply = await server.call('POST', `/api/v1/client/notifications/${id}/acknowledge`, { token: userToken });
  expect(reply.status).toBe(200);
});

test('a credential that is missing, wrong or of another tier is 401 with a challenge', async () => {
  const { key } = await aService(server);
  const tries: [string, string, string | undefined][] = [
    ['POST', '/api/v1/services', undefined],
    ['POST', '/api/v1/services', 'nonsense'],
    ['POST', '/api/v1/notifications', userToken],
    ['POST', '/api/v1/notifications', adminToken],
    ['POST', '/api/v1/notifications', `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`],
    ['GET', '/api/v1/client/notifications', key],
    ['GET', '/api/v1/client/notifications', adminToken],
    ['GET', '/api/v1/client/stream', undefined],
    ['POST', '/api/v1/client/respond', undefined],
  ];
  for (const [method, path, token] of tries) {
    const reply = await server.call(method, path, token === undefined ? {} : { token });
    expect(reply).toMatchObject({ status: 401, body: anError('AUTH_INVALID_TOKEN') });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  }
});

test('a user token in the query is not read outside the streams', async () => {
  const reply = await server.call('GET', `/api/v1/client/notifications?token=${userToken}`);
  expect(reply.status).toBe(401);
});

test('a valid credential that is not the administrator’s is 403 on registration and administration', async () => {
  const { key } = await aService(server);
  for (const token of [key, userToken]) {
    for (const [method, path] of [
      ['POST', '/api/v1/services'],
      ['GET', '/api/v1/admin/services'],
      ['PATCH', '/api/v1/admin/services/x'],
    ] as const) {
      const reply = await server.call(method, path, { token });
      expect(reply).toMatchObject({ status: 403, body: anError('AUTH_INSUFFICIENT_PERMISSIONS') });
    }
  }
});

test('what is no HTTP at all, and headers without end, get an error object and the connection closed', async () => {
  const replyTo = (text: string) =>
    new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (part) => {
        heard += part;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(heard));
    });
  expect(await replyTo('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"code":"MALFORMED_REQUEST"/s);
  expect(await replyTo(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
});

test('the log holds no credential, no query and no content', async () => {
  const service = await aService(server, { webhook_secret: 'canary-webhook-secret-0123' });
  await sent(server, service, { context: { title: 'canary-title', description: '' } });
  await server.call('GET', `/api/v1/client/notifications?token=${userToken}`, { token: userToken });
  await server.call('GET', `/nowhere?token=${userToken}`);
  await server.call('GET', `/%zz?token=${userToken}`);
  await server.call('POST', '/api/v1/services', { token: adminToken, raw: '{"canary-broken' });
  const created = await server.call('POST', '/api/v1/admin/users', { token: adminToken, body: { name: 'canary' } });
  const rotated = await server.call('POST', `/api/v1/admin/services/${service.id}/rotate`, { token: adminToken });
  await aStream(`${server.url}/api/v1/client/stream?token=${created.body.token}`);
  await server.call('POST', `/api/v1/admin/users/${created.body.user_id}/revoke`, { token: adminToken });
  await server.call('GET', '/api/v1/client/notifications', { token: 'canary-wrong' });
  await fetch(`${server.url}/api/v1/client/events?token=canary-wrong`);
  const log = server.logged.join('');
  expect(log).toContain('/api/v1/client/notifications');
  expect(log).toContain('stream opened');
  const made = [String(created.body.token), String(rotated.body.api_key)];
  for (const secret of [userToken, adminToken, service.key, service.secret, ...made, 'canary'])
    expect(log).not.toContain(secret);
});
