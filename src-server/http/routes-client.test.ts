import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NotificationPage } from '#shared/protocol/response';
import { aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let service: RegisteredService;
beforeEach(async () => {
  server = await aServer();
  service = await aService(server);
});
afterEach(() => endServer(server));

const inSeconds = (s: number) => new Date(server.clock.now() + s * 1000).toISOString();
const get = (path: string) => server.call('GET', `/api/v1/client/notifications${path}`, { token: userToken });
const acknowledging = (id: string) =>
  server.call('POST', `/api/v1/client/notifications/${id}/acknowledge`, { token: userToken });
const withdrawn = (id: string) =>
  server.call('PATCH', `/api/v1/notifications/${id}`, { token: service.key, body: { status: 'invalidated' } });

async function list(query = '') {
  const reply = await get(query);
  expect(reply.status).toBe(200);
  const { notifications, pagination } = NotificationPage.parse(reply.body);
  return { ids: notifications.map((one) => (one as { id: string }).id), notifications, pagination };
}

/** How many races of each kind are run: guarantees R11 asks for 1,000. */
const races = Number(process.env.ATP_TEST_RACES ?? 1_000);

describe('list', () => {
  test('newest first, fifty at a time, oldest on request', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 52; n++) {
      ids.push(await sent(server, service));
      server.clock.advance(1_000);
    }
    const newest = await list();
    expect(newest.ids).toEqual([...ids].reverse().slice(0, 50));
    expect(newest.pagination).toMatchObject({ has_more: true, total_count: 52 });
    expect((await list('?sort=oldest&limit=3')).ids).toEqual(ids.slice(0, 3));
  });

  test('pages stay whole while others arrive, also when all have one time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) ids.push(await sent(server, service));
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(`?limit=2${cursor}`);
      seen.push(...page.ids);
      await sent(server, service, { timestamp: inSeconds(60) });
      cursor = page.pagination.next_cursor ? `&cursor=${page.pagination.next_cursor}` : '';
      expect(page.pagination.has_more).toBe(cursor !== '');
    } while (cursor !== '');
    expect(seen).toEqual([...ids].reverse());
  });

  test('filters by state, service and project, and counts what matches', async () => {
    const other = await aService(server);
    const open = await sent(server, service);
    const answeredOne = await sent(server, service);
    const foreign = await sent(server, other, { context: { title: 't', description: '', project: 'ops' } });
    await answered(server, answeredOne);
    expect((await list('?status=created')).ids.sort()).toEqual([open, foreign].sort());
    expect((await list('?status=created')).ids).toEqual([]);
    expect((await list('?status=pending')).ids.sort()).toEqual([open, foreign].sort());
    expect((await list('?status=responded')).ids).toEqual([answeredOne]);
    expect((await list(`?service_id=${other.id}`)).ids).toEqual([foreign]);
    expect((await list('?project=ops')).pagination.total_count).toBe(1);
    expect((await list(`?project=ops&service_id=${service.id}`)).ids).toEqual([]);
  });

  test('what it returns is delivered; asked for the created ones it shows them as found', async () => {
    const id = await sent(server, service);
    expect((await list('?status=created')).notifications).toMatchObject([{ id, status: 'created' }]);
    expect((await list()).notifications).toMatchObject([{ id, status: 'delivered' }]);
  });

  test('shows nothing as open whose deadline has come, even before any timer ran', async () => {
    const id = await sent(server, service, { deadline: inSeconds(10) });
    server.store.notifications.setStatus(id as never, 'delivered', server.clock.now());
    server.clock.advance(10_000);
    expect((await list('?status=pending')).ids).toEqual([]);
    const [one] = (await list('?status=expired')).notifications;
    expect(one).toMatchObject({ status_update: { status: 'expired', timestamp: '2026-01-15T09:00:10.000Z' } });
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'limit=1&limit=2',
    'status=open',
    'sort=title',
    'cursor=nonsense',
    'cursor=',
  ])('%s is 400 INVALID_PARAMETER', async (query) => {
    const path = query.split('=')[0];
    expect(await get(`?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_PARAMETER', details: { path } },
    });
  });

  test('a cursor of other filters is 400', async () => {
    for (let n = 0; n < 3; n++) await sent(server, service);
    const { pagination } = await list('?limit=1');
    const reply = await get(`?limit=1&sort=oldest&cursor=${pagination.next_cursor}`);
    expect(reply).toMatchObject({ status: 400, body: { code: 'INVALID_PARAMETER' } });
    expect((await get(`?limit=2&cursor=${pagination.next_cursor}`)).status).toBe(200);
  });
});

describe('get', () => {
  test('delivers it, and has the answer once there is one', async () => {
    const id = await sent(server, service);
    expect((await get(`/${id}`)).body).toMatchObject({ id, status: 'delivered' });
    await answered(server, id);
    expect((await get(`/${id}`)).body).toMatchObject({
      status: 'responded',
      response: {
        notification_id: id,
        action_id: 'ship_it',
        response_data: null,
        responded_at: '2026-01-15T09:00:00.000Z',
        responder: { id: 'user_42', type: 'human' },
      },
    });
  });

  test('an unknown one is 404', async () => {
    expect(await get('/nonsense')).toMatchObject({ status: 404, body: { code: 'NOTIFICATION_NOT_FOUND' } });
  });
});

describe('respond', () => {
  test('replies with the four fields of the protocol', async () => {
    const id = await sent(server, service);
    const reply = await answered(server, id, { action_id: 'rollout', response_data: 25 });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      notification_id: id,
      action_id: 'rollout',
      status: 'responded',
      responded_at: '2026-01-15T09:00:00.000Z',
    });
  });

  test('a simple action may leave response_data out', async () => {
    const id = await sent(server, service);
    expect((await answered(server, id, { response_data: undefined })).status).toBe(200);
  });

  test.each([
    [{ notification_id: undefined }, 400, 'MISSING_REQUIRED_FIELD', 'notification_id'],
    [{ action_id: null }, 400, 'MISSING_REQUIRED_FIELD', 'action_id'],
    [{ action_id: 7 }, 400, 'MALFORMED_REQUEST', 'action_id'],
    [{ action_id: 'none' }, 400, 'INVALID_ACTION_ID', 'action_id'],
    [{ response_data: true }, 400, 'INVALID_RESPONSE_DATA', 'response_data'],
    [{ action_id: 'rollout', response_data: undefined }, 400, 'MISSING_REQUIRED_FIELD', 'response_data'],
    [{ action_id: 'rollout', response_data: null }, 400, 'INVALID_RESPONSE_DATA', 'response_data'],
    [{ action_id: 'rollout', response_data: '25' }, 400, 'INVALID_RESPONSE_DATA', 'response_data'],
    [{ action_id: 'rollout', response_data: 55 }, 422, 'CONSTRAINT_VIOLATION', 'response_data'],
    [{ action_id: 'rollout', response_data: 26 }, 422, 'CONSTRAINT_VIOLATION', 'response_data'],
  ])('%o is refused with %i %s', async (fields, status, code, path) => {
    const id = await sent(server, service);
    expect(await answered(server, id, fields)).toMatchObject({ status, body: { code, details: { path } } });
    expect((await get(`/${id}`)).body.status).toBe('delivered');
  });

  test('closed and unknown notifications are refused with what closed them', async () => {
    const late = await sent(server, service, { deadline: inSeconds(1) });
    server.clock.advance(1_000);
    expect(await answered(server, late)).toMatchObject({
      status: 409,
      body: {
        code: 'NOTIFICATION_EXPIRED',
        details: { notification_id: late, expired_at: '2026-01-15T09:00:01.000Z' },
      },
    });
    const gone = await sent(server, service);
    await withdrawn(gone);
    expect(await answered(server, gone)).toMatchObject({ status: 409, body: { code: 'NOTIFICATION_INVALIDATED' } });
    expect(await answered(server, randomUUID())).toMatchObject({
      status: 404,
      body: { code: 'NOTIFICATION_NOT_FOUND' },
    });
  });

  test(`of many answers at once one wins, and the losers are told who (${races} races)`, async () => {
    for (let race = 0; race < races; race++) {
      const id = await sent(server, service);
      const tries = [5, 10, 15, 20, 25].map((data) =>
        answered(server, id, { action_id: 'rollout', response_data: data }),
      );
      const replies = await Promise.all(tries);
      expect(replies.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409]);
      const { response } = (await get(`/${id}`)).body;
      for (const loser of replies.filter((one) => one.status === 409)) {
        expect(loser.body).toMatchObject({ code: 'NOTIFICATION_ALREADY_RESPONDED', details: { winner: response } });
      }
    }
  });

  test(`an answer and a withdrawal at once: exactly one of them holds (${races} races)`, async () => {
    for (let race = 0; race < races; race++) {
      const id = await sent(server, service);
      const replies = await Promise.all(
        race % 2 ? [answered(server, id), withdrawn(id)] : [withdrawn(id), answered(server, id)],
      );
      expect(replies.map((one) => one.status).sort()).toEqual([200, 409]);
    }
  });

  test('the same Idempotency-Key repeats the first reply, another one does not', async () => {
    const id = await sent(server, service);
    const key = { 'idempotency-key': randomUUID() };
    const first = await answered(server, id, {}, key);
    server.clock.advance(60_000);
    server = await server.restart();
    expect(await answered(server, id, {}, key)).toMatchObject({ status: 200, body: first.body });
    expect((await answered(server, id, {}, { 'idempotency-key': randomUUID() })).status).toBe(409);
    expect((await answered(server, id)).status).toBe(409);
    const other = await sent(server, service);
    expect((await answered(server, other, {}, key)).status).toBe(200);
  });

  test('an Idempotency-Key beyond 255 characters is refused', async () => {
    const id = await sent(server, service);
    const reply = await answered(server, id, {}, { 'idempotency-key': 'k'.repeat(256) });
    expect(reply).toMatchObject({ status: 400, body: { code: 'INVALID_PARAMETER' } });
  });
});

describe('acknowledge', () => {
  test('replies with a status update, and a second time with the same one', async () => {
    const id = await sent(server, service);
    const first = await acknowledging(id);
    const timestamp = '2026-01-15T09:00:00.000Z';
    expect(first).toMatchObject({ status: 200, body: { notification_id: id, status: 'acknowledged', timestamp } });
    server.clock.advance(5_000);
    expect((await acknowledging(id)).body).toEqual(first.body);
  });

  test('never reopens what is closed', async () => {
    const done = await sent(server, service);
    await answered(server, done);
    expect(await acknowledging(done)).toMatchObject({ status: 409, body: { code: 'NOTIFICATION_ALREADY_RESPONDED' } });
    const gone = await sent(server, service);
    await withdrawn(gone);
    expect(await acknowledging(gone)).toMatchObject({ status: 409, body: { code: 'NOTIFICATION_INVALIDATED' } });
    const late = await sent(server, service, { deadline: inSeconds(1) });
    server.clock.advance(1_000);
    expect(await acknowledging(late)).toMatchObject({ status: 409, body: { code: 'NOTIFICATION_EXPIRED' } });
    expect(await acknowledging(randomUUID())).toMatchObject({ status: 404 });
  });
});
