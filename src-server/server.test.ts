import { readdirSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adminToken, aServer, endServer, type TestServer, userToken } from './testing/a-server.ts';
import { answered, aService, sent } from './testing/builders.ts';

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => endServer(server));

test('a restart keeps everything', async () => {
  const service = await aService(server);
  const open = await sent(server, service, { deadline: '2026-02-01T00:00:00Z', priority: 'high' });
  const done = await sent(server, service);
  const gone = await sent(server, service);
  await answered(server, done, { action_id: 'rollout', response_data: 25 });
  const body = { status: 'invalidated', reason: 'No.' };
  await server.call('PATCH', `/api/v1/notifications/${gone}`, { token: service.key, body });
  const everything = async () => [
    (await server.call('GET', '/api/v1/client/notifications?sort=oldest', { token: userToken })).body,
    (await server.call('GET', '/api/v1/admin/services', { token: adminToken })).body,
    (await server.call('GET', `/api/v1/notifications/${gone}`, { token: service.key })).body,
  ];
  const before = await everything();
  server = await server.restart();
  expect(await everything()).toEqual(before);
  expect((await answered(server, open)).status).toBe(200);
});

test('a second server on the same folder is refused and the first one goes on', async () => {
  await expect(aServer({ folder: server.folder })).rejects.toThrow('Another server');
  expect(await server.call('GET', '/api/v1/health')).toMatchObject({
    status: 200,
    body: { status: 'ok', version: '1.0' },
  });
});

test('a taken port is an error that leaves the folder free', async () => {
  const folder = `${server.folder}/second`;
  await expect(aServer({ folder, ports: () => [server.port] })).rejects.toThrow('EADDRINUSE');
  const second = await aServer({ folder, ports: () => [server.port, 0] });
  expect(second.port).not.toBe(server.port);
  await second.stop();
});

test('its data folder is made for this user alone', async () => {
  const own = await aServer({ folder: `${server.folder}/own` });
  expect(statSync(own.folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(own.folder)).toContain('atp.db');
  await own.stop();
});

test('off loopback it registers no callback on its own machine and no service without one', async () => {
  const open = await aServer({ host: '0.0.0.0', folder: `${server.folder}/open` });
  const register = (callback_url: unknown) =>
    fetch(`http://127.0.0.1:${open.port}/api/v1/services`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'n', description: 'd', callback_url }),
    }).then((reply) => reply.json());
  expect(await register('http://127.0.0.1/hook')).toMatchObject({ code: 'INVALID_CALLBACK_URL' });
  expect(await register(null)).toMatchObject({ code: 'MISSING_REQUIRED_FIELD' });
  expect(await register('https://ci.example/hook')).toHaveProperty('api_key');
  await open.stop();
});
