import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserId } from '#shared/protocol/ids';
import { adminToken, aServer, endServer, type Reply, type TestServer, userToken } from '../testing/a-server.ts';
import { aStream } from '../testing/a-stream.ts';
import { aNotification, answered, aService, type RegisteredService, sent } from '../testing/builders.ts';
import { standardLimits } from './limits.ts';

let server: TestServer;
let service: RegisteredService;
beforeEach(async () => {
  server = await aServer({ limits: standardLimits });
  service = await aService(server);
});
afterEach(() => endServer(server));

/** Does something so often, which must go well, and once more, which must be refused until the window is over. */
async function isLimited(times: number, windowMs: number, run: () => Promise<Reply>): Promise<void> {
  for (let n = 0; n < times; n++) expect((await run()).status).not.toBe(429);
  server.clock.advance(1_500);
  const refused = await run();
  expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED' } });
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBe(Math.ceil((windowMs - 1_500) / 1000));
  server.clock.advance((wait - 1) * 1000);
  expect((await run()).status).toBe(429);
  server.clock.advance(1_000);
  expect((await run()).status).not.toBe(429);
}

const minute = 60_000;

test('ten registrations an hour from an address', async () => {
  const body = () => ({ name: `n${Math.random()}`, description: '', callback_url: null });
  await isLimited(9, 60 * minute, () => server.call('POST', '/api/v1/services', { token: adminToken, body: body() }));
});

test('a hundred sends a minute of a service; another one has its own', async () => {
  const other = await aService(server);
  await isLimited(100, minute, () =>
    server.call('POST', '/api/v1/notifications', { token: service.key, body: aNotification() }),
  );
  await sent(server, other);
});

test('two hundred updates and status reads a minute of a service, together', async () => {
  const id = await sent(server, service);
  let n = 0;
  const body = { status: 'invalidated' };
  await isLimited(200, minute, () =>
    n++ % 2 === 0
      ? server.call('GET', `/api/v1/notifications/${id}`, { token: service.key })
      : server.call('PATCH', `/api/v1/notifications/${id}`, { token: service.key, body }),
  );
});

test('sixty polls a minute of a user, lists and single reads together', async () => {
  const id = await sent(server, service);
  let n = 0;
  const paths = ['/api/v1/client/notifications?limit=1', `/api/v1/client/notifications/${id}`];
  await isLimited(60, minute, () => server.call('GET', paths[n++ % 2] ?? '', { token: userToken }));
});

test('a hundred answers a minute of a user; acknowledging is counted apart, to three hundred', async () => {
  const id = await sent(server, service);
  await isLimited(100, minute, () => answered(server, id));
  const path = `/api/v1/client/notifications/${id}/acknowledge`;
  await isLimited(300, minute, () => server.call('POST', path, { token: userToken }));
});

test('the app’s own tokens are not limited', async () => {
  const users = [{ id: UserId.parse('local-user'), type: 'human' as const, unlimited: true, token: userToken }];
  const own = await aServer({ limits: standardLimits, users, adminUnlimited: true });
  for (let n = 0; n < 15; n++) await aService(own);
  for (let n = 0; n < 120; n++) {
    expect((await own.call('GET', '/api/v1/client/notifications', { token: userToken })).status).toBe(200);
  }
  await endServer(own);
});

test('limits that are replaced hold, also for what is open at once', async () => {
  const own = await aServer({ limits: { ...standardLimits, sends_per_minute: 2, websockets_at_once: 1 } });
  const sender = await aService(own);
  for (const status of [201, 201, 429]) {
    const options = { token: sender.key, body: aNotification() };
    expect((await own.call('POST', '/api/v1/notifications', options)).status).toBe(status);
  }
  const url = `${own.url}/api/v1/client/stream`;
  const bearer = { authorization: `Bearer ${userToken}` };
  await aStream(url, bearer);
  await expect(aStream(url, bearer)).rejects.toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  await endServer(own);
});

describe('failed authentications', () => {
  const attempt = (token?: string) =>
    server.call('GET', '/api/v1/client/notifications', token === undefined ? {} : { token });

  test('ten a minute are 401, further ones 429; a valid credential passes all the while', async () => {
    for (let n = 0; n < 10; n++) expect((await attempt(n % 2 ? `wrong-${n}` : undefined)).status).toBe(401);
    const refused = await attempt('wrong');
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED' } });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await attempt(userToken)).status).toBe(200);
    await sent(server, service);
    expect((await server.call('GET', '/api/v1/admin/services', { token: adminToken })).status).toBe(200);
    const url = `${server.url}/api/v1/client/stream`;
    await expect(aStream(`${url}?token=wrong`)).rejects.toMatchObject({
      status: 429,
      headers: { 'retry-after': '60' },
    });
    const stream = await aStream(`${url}?token=${userToken}`);
    const events = await fetch(`${server.url}/api/v1/client/events?token=wrong`);
    expect([events.status, events.headers.get('retry-after')]).toEqual([429, '60']);
    server.clock.advance(minute);
    expect((await attempt('wrong')).status).toBe(401);
    stream.socket.terminate();
  });

  test('a valid credential of another tier is no failure', async () => {
    for (let n = 0; n < 15; n++) expect((await attempt(service.key)).status).toBe(401);
    expect((await attempt('wrong')).status).toBe(401);
  });

  test('are counted for each address on its own', async () => {
    for (let n = 0; n < 11; n++) await attempt('wrong');
    const statusFrom = (localAddress: string) =>
      new Promise<string>((resolve, reject) => {
        const head = `GET /api/v1/client/notifications HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n\r\n`;
        const socket = connect({ host: '127.0.0.1', port: server.port, localAddress }, () => socket.write(head));
        socket.on('error', reject);
        socket.once('data', (part) => {
          resolve(String(part).slice(9, 12));
          socket.destroy();
        });
      });
    expect(await statusFrom('127.0.0.1')).toBe('429');
    // Only Linux answers for all of 127.0.0.0/8 without being told.
    if (process.platform === 'linux') expect(await statusFrom('127.0.0.2')).toBe('401');
  });
});
