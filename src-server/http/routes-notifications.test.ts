import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aNotification, answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let service: RegisteredService;
beforeEach(async () => {
  server = await aServer();
  service = await aService(server, { name: 'Release Bot', icon_url: 'https://ci.example/bot.png' });
});
afterEach(() => endServer(server));

const sending = (body: unknown, key = service.key) =>
  server.call('POST', '/api/v1/notifications', { token: key, body });
const statusOf = (id: string, query = '', key = service.key) =>
  server.call('GET', `/api/v1/notifications/${id}${query}`, { token: key });
const withdrawing = (id: string, body: unknown = { status: 'invalidated' }, key = service.key) =>
  server.call('PATCH', `/api/v1/notifications/${id}`, { token: key, body });
const read = (id: string) => server.call('GET', `/api/v1/client/notifications/${id}`, { token: userToken });
const inSeconds = (s: number) => new Date(server.clock.now() + s * 1000).toISOString();

describe('send', () => {
  test('replies 201 with the three fields of the protocol', async () => {
    const body = aNotification();
    expect(await sending(body)).toMatchObject({
      status: 201,
      body: { notification_id: body.id, status: 'created', estimated_delivery: '2026-01-15T09:00:00.000Z' },
    });
  });

  test('supplies id, version, timestamp, service and status', async () => {
    const { id, ...rest } = aNotification();
    const reply = await sending(rest);
    expect(id).not.toBe(reply.body.notification_id);
    expect((await read(String(reply.body.notification_id))).body).toMatchObject({
      id: reply.body.notification_id,
      version: '1.0',
      timestamp: '2026-01-15T09:00:00.000Z',
      service: { id: service.id, name: 'Release Bot', icon: 'https://ci.example/bot.png' },
      status: 'delivered',
    });
  });

  test('takes the flat form, DATETIME in capitals and times without an offset', async () => {
    const reply = await sending({
      title: 'When?',
      description: '',
      metadata: { query_id: 7 },
      deadline: '2026-01-16T10:00:00.123456',
      actions: [{ id: 'w', label: 'When', response_type: 'DATETIME', constraints: { min: '2026-01-15T10:00:00' } }],
    });
    expect(reply.status).toBe(201);
    expect((await read(String(reply.body.notification_id))).body).toMatchObject({
      deadline: '2026-01-16T10:00:00.123Z',
      context: { title: 'When?', metadata: { query_id: 7 } },
      actions: [{ response_type: 'datetime', constraints: { min: '2026-01-15T10:00:00.000Z' } }],
    });
  });

  test('keeps fields it does not know, but lets nobody forge an answer or a status', async () => {
    const id = await sent(server, service, {
      priority: 'high',
      response: { action_id: 'ship_it' },
      status_update: { status: 'responded' },
    });
    const { body } = await read(id);
    expect(body).toMatchObject({ priority: 'high', status: 'delivered', status_update: { status: 'delivered' } });
    expect(body.response).toBeUndefined();
  });

  const action = { id: 'a', label: 'A', response_type: 'simple' };
  test.each([
    [{ context: undefined }, 400, 'MISSING_REQUIRED_FIELD', 'context'],
    [{ context: { description: '' } }, 400, 'MISSING_REQUIRED_FIELD', 'context.title'],
    [{ actions: undefined }, 400, 'MISSING_REQUIRED_FIELD', 'actions'],
    [{ actions: [{ ...action, label: null }] }, 400, 'MISSING_REQUIRED_FIELD', 'actions.0.label'],
    [
      { actions: [action, { ...action, id: 'b', response_type: 'form' }] },
      400,
      'INVALID_RESPONSE_TYPE',
      'actions.1.response_type',
    ],
    [{ actions: [{ ...action, response_type: 'scale' }] }, 400, 'MALFORMED_ACTION', 'actions.0.constraints'],
    [{ actions: [action, action] }, 400, 'MALFORMED_ACTION', 'actions.1.id'],
    [{ context: 'hello' }, 400, 'MALFORMED_REQUEST', 'context'],
    [{ version: '2.0' }, 400, 'UNSUPPORTED_VERSION', 'version'],
    [{ status: 'delivered' }, 400, 'INVALID_STATUS', 'status'],
    [{ service: { id: 'someone-else' } }, 403, 'SERVICE_NOT_OWNER', 'service.id'],
    [{ actions: [] }, 422, 'CONSTRAINT_VIOLATION', 'actions'],
    [{ id: 'not-a-uuid' }, 422, 'CONSTRAINT_VIOLATION', 'id'],
    [{ deadline: '2026-01-15T09:00:00Z' }, 422, 'CONSTRAINT_VIOLATION', 'deadline'],
    [{ deadline: 'tomorrow' }, 422, 'CONSTRAINT_VIOLATION', 'deadline'],
  ])('%o is refused with %i %s at %s', async (fields, status, code, path) => {
    expect(await sending(aNotification(fields))).toMatchObject({ status, body: { code, details: { path } } });
  });

  test('attachments over the limits are 413, unreadable ones 422', async () => {
    const withAttachments = (attachments: unknown[]) =>
      sending(aNotification({ context: { title: 't', description: '', attachments } }));
    const big = Buffer.alloc(513 * 1024).toString('base64');
    expect(await withAttachments([{ type: 'text/plain', data: big }])).toMatchObject({ status: 413 });
    const eleven = Array.from({ length: 11 }, () => ({ type: 'text/plain', uri: 'https://ci.example/a' }));
    expect(await withAttachments(eleven)).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    expect(await withAttachments([{ type: 'text/plain' }])).toMatchObject({ status: 422 });
    expect(await withAttachments([{ type: 'text/plain', data: 'YQ==' }])).toMatchObject({ status: 201 });
  });

  test('the same content under the same id is 200 with the first result, also after its deadline', async () => {
    const body = aNotification({ deadline: inSeconds(60) });
    const first = await sending(body);
    server.clock.advance(120_000);
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    const again = await sending(reordered);
    expect(again).toMatchObject({ status: 200, body: first.body });
    const list = await server.call('GET', '/api/v1/client/notifications', { token: userToken });
    expect(list.body.pagination).toMatchObject({ total_count: 1 });
  });

  test('other content or another service under a taken id is 409, and says no more', async () => {
    const body = aNotification();
    await sending(body);
    const other = await aService(server);
    const changed = await sending({ ...body, context: { title: 'Other', description: '' } });
    const foreign = await sending(body, other.key);
    for (const reply of [changed, foreign]) {
      expect(reply).toMatchObject({ status: 409, body: { code: 'NOTIFICATION_ALREADY_EXISTS' } });
    }
    expect(Object.keys(changed.body.details as object)).toEqual(Object.keys(foreign.body.details as object));
  });
});

describe('status', () => {
  test('before an answer it has no answer fields', async () => {
    const id = await sent(server, service);
    const { body } = await statusOf(id.toUpperCase());
    expect(body).toEqual({
      notification_id: id,
      status: 'created',
      responded: false,
      metadata: { build: 118 },
      updated_at: '2026-01-15T09:00:00.000Z',
    });
  });

  test('with an answer it has them, and reading it completes what has no callback', async () => {
    const id = await sent(server, service);
    await answered(server, id, { action_id: 'rollout', response_data: 25 });
    const answer = {
      responded: true,
      action_id: 'rollout',
      response_data: 25,
      responded_at: '2026-01-15T09:00:00.000Z',
      responder: { id: 'user_42', type: 'human' },
    };
    expect((await statusOf(id)).body).toMatchObject({ status: 'responded', ...answer });
    expect((await statusOf(id)).body).toMatchObject({ status: 'completed', ...answer });
  });

  test('an answer that is null is there as null', async () => {
    const id = await sent(server, service);
    await answered(server, id);
    expect((await statusOf(id)).body).toHaveProperty('response_data', null);
  });

  test('another service’s is 403, none is 404', async () => {
    const id = await sent(server, service);
    const other = await aService(server);
    expect(await statusOf(id, '', other.key)).toMatchObject({ status: 403, body: { code: 'SERVICE_NOT_OWNER' } });
    expect(await statusOf(randomUUID())).toMatchObject({ status: 404, body: { code: 'NOTIFICATION_NOT_FOUND' } });
  });

  test.each(['61', '-1', 'soon', '1.5'])('wait=%s is 400 INVALID_PARAMETER', async (wait) => {
    const reply = await statusOf(await sent(server, service), `?wait=${wait}`);
    expect(reply).toMatchObject({ status: 400, body: { code: 'INVALID_PARAMETER', details: { path: 'wait' } } });
  });
});

describe('a waiting status read', () => {
  test.each([
    ['an answer', (id: string) => answered(server, id), 'responded'],
    ['a withdrawal', (id: string) => withdrawing(id), 'invalidated'],
  ])('returns with %s', async (_what, end, status) => {
    const id = await sent(server, service);
    const reply = statusOf(id, '?wait=30');
    await server.clock.waitedFor(server.clock.now() + 30_000);
    await end(id);
    expect((await reply).body).toMatchObject({ status });
  });

  test('returns with the deadline', async () => {
    const id = await sent(server, service, { deadline: inSeconds(20) });
    const reply = statusOf(id, '?wait=30');
    await server.clock.waitedFor(server.clock.now() + 30_000);
    server.clock.advance(20_000);
    expect((await reply).body).toMatchObject({ status: 'expired', responded: false });
  });

  test('returns when its time is up, and when the server ends', async () => {
    const id = await sent(server, service);
    const first = statusOf(id, '?wait=30');
    await server.clock.waitedFor(server.clock.now() + 30_000);
    server.clock.advance(30_000);
    expect((await first).body).toMatchObject({ status: 'created' });
    const second = statusOf(id, '?wait=30');
    await server.clock.waitedFor(server.clock.now() + 30_000);
    const restarted = server.restart();
    expect((await second).body).toMatchObject({ status: 'created' });
    server = await restarted;
  });
});

describe('withdraw', () => {
  test('closes it with the reason, which clients see', async () => {
    const id = await sent(server, service);
    const reply = await withdrawing(id, { status: 'invalidated', reason: 'Build 119 is out.' });
    const updated_at = '2026-01-15T09:00:00.000Z';
    expect(reply).toMatchObject({ status: 200, body: { notification_id: id, status: 'invalidated', updated_at } });
    expect((await read(id)).body).toMatchObject({
      status: 'invalidated',
      status_update: { status: 'invalidated', reason: 'Build 119 is out.', timestamp: updated_at },
    });
    expect((await statusOf(id)).body).toMatchObject({ status: 'invalidated', reason: 'Build 119 is out.' });
  });

  test('a second time changes nothing', async () => {
    const id = await sent(server, service);
    const first = await withdrawing(id, { status: 'invalidated', reason: 'one' });
    server.clock.advance(5_000);
    const second = await withdrawing(id, { status: 'invalidated', reason: 'two' });
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect((await statusOf(id)).body.reason).toBe('one');
  });

  test.each([
    [{ status: 'expired' }, 400, 'INVALID_STATUS'],
    [{ status: 7 }, 400, 'INVALID_STATUS'],
    [{}, 400, 'MISSING_REQUIRED_FIELD'],
    [[], 400, 'MALFORMED_REQUEST'],
    [{ status: 'invalidated', reason: 7 }, 400, 'MALFORMED_REQUEST'],
    [{ status: 'invalidated', reason: 'x'.repeat(2001) }, 422, 'CONSTRAINT_VIOLATION'],
  ])('%o is refused with %i %s', async (body, status, code) => {
    const id = await sent(server, service);
    expect(await withdrawing(id, body)).toMatchObject({ status, body: { code } });
    expect((await statusOf(id)).body.status).toBe('created');
  });

  test('answered, expired, foreign and unknown ones are refused', async () => {
    const done = await sent(server, service);
    await answered(server, done);
    expect(await withdrawing(done)).toMatchObject({ status: 409, body: { code: 'NOTIFICATION_ALREADY_RESPONDED' } });
    const late = await sent(server, service, { deadline: inSeconds(1) });
    server.clock.advance(1_000);
    const details = { notification_id: late, expired_at: '2026-01-15T09:00:01.000Z' };
    expect(await withdrawing(late)).toMatchObject({ status: 409, body: { code: 'NOTIFICATION_EXPIRED', details } });
    const other = await aService(server);
    expect(await withdrawing(done, undefined, other.key)).toMatchObject({ status: 403 });
    expect(await withdrawing(randomUUID())).toMatchObject({ status: 404, body: { code: 'NOTIFICATION_NOT_FOUND' } });
  });
});
