import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserId } from '#shared/protocol/ids';
import { noLimits } from '../limits/limits.ts';
import { aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aStream, type TestStream } from '../testing/a-stream.ts';
import { answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let service: RegisteredService;
let streams: TestStream[] = [];
beforeEach(async () => {
  server = await aServer();
  service = await aService(server);
});
afterEach(async () => {
  for (const { socket } of streams) socket.terminate();
  streams = [];
  await endServer(server);
});

const bearer = { authorization: `Bearer ${userToken}` };
async function open(query = '', headers: Record<string, string> = bearer): Promise<TestStream> {
  const stream = await aStream(`${server.url}/api/v1/client/stream${query}`, headers);
  streams.push(stream);
  return stream;
}
const about = (id: string, status: string) => (frame: { type: string; data: Record<string, unknown> }) =>
  frame.type === 'status_update' && frame.data.notification_id === id && frame.data.status === status;
const notice = (id: string) => (frame: { type: string; data: Record<string, unknown> }) =>
  frame.type === 'notification' && frame.data.id === id;

describe('opening', () => {
  test('takes the token from the header or the query, the header first', async () => {
    await open();
    await open(`?token=${userToken}&client_id=${randomUUID()}&version=1.0`, {});
    await expect(open(`?token=${userToken}`, { authorization: 'Bearer wrong' })).rejects.toMatchObject({ status: 401 });
  });

  test.each([
    ['no token', '', {}, 401, 'AUTH_INVALID_TOKEN'],
    ['another version', '?version=2', bearer, 426, 'UNSUPPORTED_VERSION'],
    ['an Origin', '', { ...bearer, origin: 'https://evil.example' }, 403, 'ORIGIN_NOT_ALLOWED'],
  ])('with %s it is refused before the upgrade', async (_what, query, headers, status, code) => {
    const body = { code, request_id: expect.stringMatching(/^req_/) };
    await expect(open(query, headers as Record<string, string>)).rejects.toMatchObject({ status, body });
  });

  test('a service key is refused, and so is another path', async () => {
    await expect(open('', { authorization: `Bearer ${service.key}` })).rejects.toMatchObject({ status: 401 });
    await expect(aStream(`${server.url}/elsewhere`, bearer)).rejects.toMatchObject({ status: 404 });
  });

  test('a sixth stream of one user is 429 with Retry-After; the app’s own token has no limit', async () => {
    for (let n = 0; n < 5; n++) await open();
    await expect(open()).rejects.toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    streams[0]?.socket.close();
    await streams[0]?.closed;
    await open();

    const users = [{ id: UserId.parse('local-user'), type: 'human' as const, unlimited: true, token: userToken }];
    const embedded = await aServer({ users });
    const url = `${embedded.url}/api/v1/client/stream`;
    const many = await Promise.all(Array.from({ length: 8 }, () => aStream(url, bearer)));
    expect(many).toHaveLength(8);
    await endServer(embedded);
  });

  test('first brings everything still created, in order, which is then delivered', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 120; n++) ids.push(await sent(server, service));
    const stream = await open();
    await stream.frame(about(ids[119] ?? '', 'delivered'));
    const seen = stream.frames.filter(({ type }) => type === 'notification').map(({ data }) => data.id);
    expect(seen).toEqual(ids);
    const again = await open();
    const id = await sent(server, service);
    await again.frame(notice(id));
    expect(again.frames.filter(({ type }) => type === 'notification')).toHaveLength(1);
  });
});

describe('open', () => {
  test('a new notification arrives whole and is delivered', async () => {
    const stream = await open();
    const id = await sent(server, service);
    const { data } = await stream.frame(notice(id));
    expect(data).toMatchObject({
      id,
      version: '1.0',
      service: { id: service.id },
      context: { title: 'Ship build 118?' },
      status: 'created',
    });
    expect(await stream.frame(about(id, 'delivered'))).toEqual({
      type: 'status_update',
      data: { notification_id: id, status: 'delivered', timestamp: '2026-01-15T09:00:00.000Z' },
    });
    const status = await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key });
    expect(status.body.status).toBe('delivered');
  });

  test('every change of status goes to all connections', async () => {
    const one = await open();
    const two = await open();
    const id = await sent(server, service);
    one.send({ type: 'acknowledge', data: { notification_id: id } });
    for (const stream of [one, two]) await stream.frame(about(id, 'acknowledged'));
    await answered(server, id);
    for (const stream of [one, two]) await stream.frame(about(id, 'responded'));
    await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key });
    for (const stream of [one, two]) await stream.frame(about(id, 'completed'));

    const gone = await sent(server, service);
    const body = { status: 'invalidated', reason: 'Not needed.' };
    await server.call('PATCH', `/api/v1/notifications/${gone}`, { token: service.key, body });
    for (const stream of [one, two]) {
      const { data } = await stream.frame(about(gone, 'invalidated'));
      expect(data.reason).toBe('Not needed.');
    }

    const late = await sent(server, service, { deadline: '2026-01-15T09:00:05Z' });
    server.clock.advance(5_000);
    for (const stream of [one, two]) {
      expect((await stream.frame(about(late, 'expired'))).data.timestamp).toBe('2026-01-15T09:00:05.000Z');
    }
  });

  test('acknowledging has one limit, over the stream and over REST', async () => {
    await endServer(server);
    server = await aServer({ limits: { ...noLimits, acknowledges_per_minute: 2 } });
    service = await aService(server);
    const stream = await open();
    const id = await sent(server, service);
    for (let n = 0; n < 3; n++) stream.send({ type: 'acknowledge', data: { notification_id: id } });
    const refused = await stream.frame(({ type }) => type === 'error');
    expect(refused.data).toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      details: { notification_id: id, retry_after: expect.any(Number) },
    });
    const overRest = await server.call('POST', `/api/v1/client/notifications/${id}/acknowledge`, { token: userToken });
    expect(overRest.status).toBe(429);
  });

  test('an acknowledge that cannot be is answered with an error that names the notification', async () => {
    const stream = await open();
    const id = randomUUID();
    stream.send({ type: 'acknowledge', data: { notification_id: id } });
    expect(await stream.frame(({ type }) => type === 'error')).toMatchObject({
      data: {
        code: 'NOTIFICATION_NOT_FOUND',
        details: { notification_id: id },
        request_id: expect.stringMatching(/^req_/),
      },
    });
    stream.send({ type: 'acknowledge' });
    await stream.frame(({ data }) => data.code === 'MISSING_REQUIRED_FIELD');
  });

  test('unknown types and heartbeat_ack without data change nothing', async () => {
    const stream = await open();
    stream.send({ type: 'heartbeat_ack' });
    stream.send({ type: 'telepathy', data: { a: 1 } });
    const id = await sent(server, service);
    await stream.frame(notice(id));
    expect(stream.frames.filter(({ type }) => type === 'error')).toEqual([]);
  });

  test.each([
    ['not JSON', 'hello', 4400],
    ['no envelope', '[1,2]', 4400],
    ['binary', Buffer.from('{"type":"heartbeat_ack"}'), 4400],
    ['over 1 MB', `{"type":"x","data":{"a":"${'y'.repeat(1_048_576)}"}}`, 1009],
    ['deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 4400],
  ])('a message that is %s closes the stream', async (_what, message, code) => {
    const stream = await open();
    stream.send(message);
    expect(await stream.closed).toBe(code);
    await open();
  });
});

describe('heartbeat', () => {
  test('comes every 30 s; one who acknowledges stays, one who is silent for 60 s is closed with 4408', async () => {
    const alive = await open();
    const silent = await open();
    for (let minute = 0; minute < 3; minute++) {
      server.clock.advance(30_000);
      await alive.frame(() => alive.frames.filter(({ type }) => type === 'heartbeat').length > minute);
      const id = await sent(server, service);
      alive.send({ type: 'heartbeat_ack', data: {} });
      alive.send({ type: 'acknowledge', data: { notification_id: id } });
      await alive.frame(about(id, 'acknowledged'));
    }
    expect(await silent.closed).toBe(4408);
    expect(silent.frames.find(({ type }) => type === 'heartbeat')).toEqual({
      type: 'heartbeat',
      data: { timestamp: '2026-01-15T09:00:30.000Z' },
    });
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });
});

test('a reader that does not read is closed, and nothing is lost for it', async () => {
  const stream = await open();
  stream.socket.pause();
  const big = { title: 'Big', description: 'x'.repeat(800_000) };
  for (let n = 0; n < 40; n++) await sent(server, service, { context: big });
  const hubHas = () => server.logged.some((line) => line.includes('stream closed'));
  while (!hubHas()) await new Promise((resolve) => setImmediate(resolve));
  const list = await server.call('GET', '/api/v1/client/notifications?status=pending&limit=1', { token: userToken });
  expect(list.body.pagination).toMatchObject({ total_count: 40 });
});

test('when the server ends, streams are closed with 1001', async () => {
  const stream = await open();
  const restarting = server.restart();
  expect(await stream.closed).toBe(1001);
  server = await restarting;
});
