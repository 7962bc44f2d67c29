import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CreateUserReply, UserList } from '#shared/protocol/user';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aStream, type TestStream } from '../testing/a-stream.ts';
import { aNotification, aService, type RegisteredService, sent } from '../testing/builders.ts';

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

const create = (body: unknown) => server.call('POST', '/api/v1/admin/users', { token: adminToken, body });
async function aUser(user_id: string, fields: Record<string, unknown> = {}) {
  return CreateUserReply.parse((await create({ name: user_id.toUpperCase(), user_id, ...fields })).body);
}
const revoke = (id: string) => server.call('POST', `/api/v1/admin/users/${id}/revoke`, { token: adminToken });
const users = async () =>
  UserList.parse((await server.call('GET', '/api/v1/admin/users', { token: adminToken })).body).users;
const list = async (token: string, query = '') =>
  (await server.call('GET', `/api/v1/client/notifications${query}`, { token })).body as {
    notifications: { id: string }[];
    pagination: { total_count: number };
  };
async function opened(token: string): Promise<TestStream> {
  const stream = await aStream(`${server.url}/api/v1/client/stream`, { authorization: `Bearer ${token}` });
  streams.push(stream);
  return stream;
}
const answer = (token: string, notification_id: string) =>
  server.call('POST', '/api/v1/client/respond', {
    token,
    body: { notification_id, action_id: 'ship_it', response_data: null },
  });

describe('an administrator', () => {
  test('makes users whose token works and is stored as a digest only', async () => {
    const reply = await create({ name: 'Ann' });
    expect(reply).toMatchObject({ status: 201, body: { name: 'Ann', type: 'human' } });
    const { user_id, token } = CreateUserReply.parse(reply.body);
    expect(user_id).toMatch(/^usr_/);
    expect(token).toMatch(/^ut_[0-9a-f]{56}$/);
    const id = await sent(server, service);
    expect((await list(token)).notifications).toMatchObject([{ id }]);
    for (const name of readdirSync(server.folder)) {
      expect(readFileSync(`${server.folder}/${name}`).includes(token)).toBe(false);
    }
    expect(server.logged.join('')).not.toContain(token);
    expect(JSON.stringify(await users())).not.toContain(token);
    server = await server.restart();
    expect((await list(token)).notifications).toHaveLength(1);
  });

  test('lists those of the settings and those that were made', async () => {
    const ann = await aUser('ann');
    const created_at = '2026-01-15T09:00:00.000Z';
    expect(await users()).toEqual([
      {
        user_id: 'user_42',
        name: 'user_42',
        type: 'human',
        status: 'active',
        configured: true,
        token: null,
        created_at: null,
      },
      {
        user_id: 'ann',
        name: 'ANN',
        type: 'human',
        status: 'active',
        configured: false,
        token: { prefix: 'ut_', last_four: ann.token.slice(-4), created_at },
        created_at,
      },
    ]);
  });

  test.each([
    [{}, 400, 'MISSING_REQUIRED_FIELD', 'name'],
    [{ name: '' }, 400, 'MISSING_REQUIRED_FIELD', 'name'],
    [{ name: 5 }, 400, 'MALFORMED_REQUEST', 'name'],
    [{ name: '  ' }, 422, 'CONSTRAINT_VIOLATION', 'name'],
    [{ name: 'n', type: 'robot' }, 422, 'CONSTRAINT_VIOLATION', 'type'],
    [{ name: 'n', user_id: 'a b' }, 422, 'CONSTRAINT_VIOLATION', 'user_id'],
    [{ name: 'n', user_id: 'user_42' }, 409, 'USER_ALREADY_EXISTS', 'user_id'],
  ])('making %o is refused with %i %s', async (body, status, code, path) => {
    expect(await create(body)).toMatchObject({ status, body: { code, details: { path } } });
    expect(await users()).toHaveLength(1);
  });

  test('alone may do it', async () => {
    for (const token of [service.key, userToken]) {
      expect((await server.call('GET', '/api/v1/admin/users', { token })).status).toBe(403);
      expect((await server.call('POST', '/api/v1/admin/users', { token, body: { name: 'n' } })).status).toBe(403);
      expect((await server.call('POST', '/api/v1/admin/users/user_42/revoke', { token })).status).toBe(403);
    }
  });
});

test('the responder is the user, with their type', async () => {
  const ann = await aUser('ann');
  const bot = await aUser('bot', { type: 'agent' });
  for (const [{ token }, responder] of [
    [ann, { id: 'ann', type: 'human' }],
    [bot, { id: 'bot', type: 'agent' }],
  ] as const) {
    const id = await sent(server, service);
    expect((await answer(token, id)).status).toBe(200);
    const read = await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key });
    expect(read.body).toMatchObject({ responder });
  }
});

describe('revoking', () => {
  test('ends the token and its streams with 4401 within a second, and nobody else’s', async () => {
    const ann = await aUser('ann');
    const bob = await aUser('bob');
    const [own, others] = [await opened(ann.token), await opened(bob.token)];
    const headers = { authorization: `Bearer ${ann.token}` };
    const events = await fetch(`${server.url}/api/v1/client/events`, { headers });
    const at = performance.now();
    expect(await revoke('ann')).toMatchObject({ status: 200, body: { status: 'revoked', token: null } });
    expect(await own.closed).toBe(4401);
    await events.text();
    expect(performance.now() - at).toBeLessThan(1_000);
    expect(others.socket.readyState).toBe(others.socket.OPEN);
    await expect(opened(ann.token)).rejects.toMatchObject({ status: 401 });
    expect((await server.call('GET', '/api/v1/client/notifications', { token: ann.token })).status).toBe(401);
    expect((await revoke('ann')).status).toBe(200);
    expect(await users()).toMatchObject([
      {},
      { user_id: 'ann', status: 'revoked' },
      { user_id: 'bob', status: 'active' },
    ]);
  });

  test('is for users that exist and are not of the settings', async () => {
    expect(await revoke('none')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await revoke('user_42')).toMatchObject({ status: 422, body: { code: 'CONSTRAINT_VIOLATION' } });
    expect((await list(userToken)).notifications).toEqual([]);
  });
});

describe('recipients', () => {
  test('named, they alone see it: read, list, count, answer, acknowledge', async () => {
    const ann = await aUser('ann');
    const bob = await aUser('bob');
    const forAnn = await sent(server, service, { recipients: ['ann'] });
    const forAll = await sent(server, service);
    const idsOf = async (token: string) => (await list(token)).notifications.map(({ id }) => id).sort();
    expect(await idsOf(ann.token)).toEqual([forAnn, forAll].sort());
    expect(await idsOf(bob.token)).toEqual([forAll]);
    expect((await list(bob.token)).pagination.total_count).toBe(1);
    for (const [method, path, body] of [
      ['GET', `/api/v1/client/notifications/${forAnn}`, undefined],
      ['POST', `/api/v1/client/notifications/${forAnn}/acknowledge`, undefined],
      ['POST', '/api/v1/client/respond', { notification_id: forAnn, action_id: 'ship_it', response_data: null }],
    ] as const) {
      const refused = await server.call(method, path, { token: bob.token, body });
      expect(refused).toMatchObject({ status: 403, body: { code: 'NOTIFICATION_ACCESS_DENIED' } });
      expect((await server.call(method, path, { token: ann.token, body })).status).toBe(200);
    }
    const answeredOne = await server.call('GET', `/api/v1/client/notifications/${forAnn}`, { token: bob.token });
    expect(answeredOne.status).toBe(403);
    expect(JSON.stringify(answeredOne.body)).not.toContain('ship_it');
  });

  test('streams, backlogs and resumed streams bring it to them alone, with every change', async () => {
    const ann = await aUser('ann');
    const bob = await aUser('bob');
    const before = await sent(server, service, { recipients: ['ann'] });
    const [annStream, bobStream] = [await opened(ann.token), await opened(bob.token)];
    const events = async (token: string, lastId?: string) => {
      const headers = { authorization: `Bearer ${token}`, ...(lastId ? { 'last-event-id': lastId } : {}) };
      const reader = (await fetch(`${server.url}/api/v1/client/events`, { headers })).body
        ?.pipeThrough(new TextDecoderStream())
        .getReader();
      let text = '';
      return {
        until: async (wanted: string) => {
          while (!text.includes(wanted)) text += (await reader?.read())?.value ?? '';
          return text;
        },
      };
    };
    const annEvents = await events(ann.token);
    const first = await sent(server, service);
    const seen = /id: (\S+)\nevent: notification\ndata: \{"id":"/.exec(await annEvents.until(first))?.[1];
    const secret = await sent(server, service, { recipients: ['ann', 'ann'] });
    const withdrawn = { status: 'invalidated', reason: 'For Ann only.' };
    await server.call('PATCH', `/api/v1/notifications/${secret}`, { token: service.key, body: withdrawn });
    const due = await sent(server, service, { recipients: ['ann'], deadline: '2026-01-15T09:00:01Z' });
    server.clock.advance(1_000);
    const last = await sent(server, service);
    for (const stream of [annStream, bobStream]) await stream.frame(({ data }) => data.id === last);
    const frames = (stream: TestStream) => JSON.stringify(stream.frames);
    for (const id of [before, secret, due]) {
      expect(frames(annStream)).toContain(id);
      expect(frames(bobStream)).not.toContain(id);
    }
    expect(
      annStream.frames.filter(({ data }) => data.notification_id === due).map(({ data }) => data.status),
    ).toContain('expired');
    const resumed = await (await events(bob.token, seen)).until(last);
    for (const id of [before, secret, due]) expect(resumed).not.toContain(id);
    expect(await (await events(ann.token, seen)).until(last)).toContain(secret);

    bobStream.send({ type: 'acknowledge', data: { notification_id: secret } });
    const error = await bobStream.frame(({ type }) => type === 'error');
    expect(error.data).toMatchObject({ code: 'NOTIFICATION_ACCESS_DENIED' });
  });

  test('it is delivered only when a recipient got it', async () => {
    await aUser('ann');
    const bob = await aUser('bob');
    await opened(bob.token);
    const id = await sent(server, service, { recipients: ['ann'] });
    await list(bob.token);
    expect(server.store.notifications.find(id)?.status).toBe('created');
  });

  test.each([
    ['ann', 400, 'MALFORMED_REQUEST', 'recipients'],
    [{ ann: true }, 400, 'MALFORMED_REQUEST', 'recipients'],
    [['ann', 7], 400, 'MALFORMED_REQUEST', 'recipients.1'],
    [[], 422, 'CONSTRAINT_VIOLATION', 'recipients'],
    [Array(101).fill('ann'), 422, 'CONSTRAINT_VIOLATION', 'recipients'],
    [['ann', 'nobody'], 422, 'CONSTRAINT_VIOLATION', 'recipients.1'],
    [['gone'], 422, 'CONSTRAINT_VIOLATION', 'recipients.0'],
  ])('%j is refused with %i %s', async (recipients, status, code, path) => {
    await aUser('ann');
    await aUser('gone');
    await revoke('gone');
    const options = { token: service.key, body: aNotification({ recipients }) };
    const refused = await server.call('POST', '/api/v1/notifications', options);
    expect(refused).toMatchObject({ status, body: { code, details: { path } } });
    expect((await list(userToken)).pagination.total_count).toBe(0);
  });

  test('a repeated send is repeated also after its recipient was revoked', async () => {
    await aUser('ann');
    const body = aNotification({ recipients: ['ann'] });
    const send = () => server.call('POST', '/api/v1/notifications', { token: service.key, body });
    expect((await send()).status).toBe(201);
    await revoke('ann');
    expect((await send()).status).toBe(200);
  });

  test('null is everyone, and a user of the settings can be named', async () => {
    const ann = await aUser('ann');
    const all = await sent(server, service, { recipients: null });
    const one = await sent(server, service, { recipients: ['user_42'] });
    expect((await list(ann.token)).notifications.map(({ id }) => id)).toEqual([all]);
    expect((await list(userToken)).notifications.map(({ id }) => id).sort()).toEqual([all, one].sort());
  });
});
