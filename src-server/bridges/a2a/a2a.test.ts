import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryList } from '#shared/protocol/delivery';
import { standardLimits } from '../../limits/limits.ts';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../../testing/a-server.ts';
import { type A2aAgent, anA2aAgent, type Turn } from '../../testing/an-a2a-agent.ts';

type Item = Record<string, unknown> & {
  id: string;
  status: string;
  context: { title: string; description: string; metadata: Record<string, unknown>; attachments?: { data: string }[] };
  actions: { id: string; label: string; response_type: string }[];
  status_update: { reason?: string };
};
type Registered = { bridge_id: string; service_id: string; webhook_url: string; token: string; token_header: string };

let server: TestServer;
let agent: A2aAgent;
let bridge: Registered;

async function set(dialect: '0.3' | '1.0', options: Parameters<typeof aServer>[0] = {}) {
  agent = await anA2aAgent(dialect);
  server = await aServer(options);
  const reply = await register();
  expect(reply.status).toBe(201);
  bridge = reply.body as Registered;
}
beforeEach(() => set('0.3'));
afterEach(async () => {
  await endServer(server);
  await agent.down();
});

const register = (fields: Record<string, unknown> = {}) =>
  server.call('POST', '/api/v1/admin/bridges', {
    token: adminToken,
    body: { kind: 'a2a', agent_url: agent.url, ...fields },
  });
const pathOf = (one = bridge) => new URL(one.webhook_url).pathname;
const push = (body: unknown, headers: Record<string, string> = {}, one = bridge) =>
  server.call('POST', pathOf(one), { body, headers: { 'x-a2a-notification-token': one.token, ...headers } });
const config = () => ({ url: bridge.webhook_url, token: bridge.token });

async function items(): Promise<Item[]> {
  const reply = await server.call('GET', '/api/v1/client/notifications?sort=oldest', { token: userToken });
  return reply.body.notifications as Item[];
}

/** Resolves with the items once they are as wanted; the test's own time limit ends a wait for what never comes. */
async function itemsOnce(wanted: (items: Item[]) => boolean): Promise<Item[]> {
  for (;;) {
    const found = await items();
    if (wanted(found)) return found;
  }
}
const oneItem = async () => {
  const [item] = await itemsOnce((all) => all.length > 0);
  if (!item) throw new Error('There is no item.');
  return item;
};
/** Resolves once nothing is left to be read from the agent. */
async function settled(): Promise<void> {
  while (server.store.a2aTasks.due(server.clock.now(), { bridges: [], places: [] }, 1).length > 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const respond = ({ id }: Item, action_id: string, response_data: unknown = null) =>
  server.call('POST', '/api/v1/client/respond', {
    token: userToken,
    body: { notification_id: id, action_id, response_data },
  });
async function delivery({ id }: Item, attempts: number) {
  for (;;) {
    const reply = await server.call('GET', `/api/v1/notifications/${id}/deliveries`, { token: adminToken });
    const [one] = DeliveryList.parse(reply.body).deliveries;
    if (one && one.attempts >= attempts) return one;
  }
}
const readItem = async ({ id }: Item) =>
  (await server.call('GET', `/api/v1/client/notifications/${id}`, { token: userToken })).body as Item;

const question: Turn = { state: 'INPUT_REQUIRED', says: 'Which airport?\nBerlin has one, London six.' };

describe.each(['0.3', '1.0'] as const)('an agent of the official SDK that speaks %s', (dialect) => {
  beforeEach(async () => {
    await endServer(server);
    await agent.down();
    await set(dialect);
  });

  test('asks, is answered with the same task and context, goes on and ends', async () => {
    const task = await agent.begin(question, config());
    const item = await oneItem();
    expect(item).toMatchObject({
      context: {
        title: 'Trip planner: Which airport?',
        description: question.says,
        metadata: { task_id: task.id, context_id: task.contextId, state: 'input-required' },
      },
      service: { name: 'Trip planner' },
      actions: [{ id: 'answer', response_type: 'text' }],
    });
    expect((await respond(item, 'answer', 'Heathrow "LHR" {{}} \n')).status).toBe(200);
    await agent.heardSo(1);
    const [heard] = agent.heard;
    expect(heard).toMatchObject({ text: 'Heathrow "LHR" {{}} \n', taskId: task.id, contextId: task.contextId });
    const done = await itemsOnce((all) => all.length === 2);
    expect(done[1]).toMatchObject({
      context: { title: 'Trip planner has finished: Thanks.', description: 'Thanks.' },
      actions: [{ id: 'got_it', label: 'Got it', response_type: 'simple' }],
    });
    expect(await delivery(item, 1)).toMatchObject({ kind: 'a2a', status: 'accepted', attempts: 1 });
    expect((await readItem(item)).status).toBe('completed');
    expect(agent.asked.filter(({ method }) => !method.startsWith('GET')).map(({ version }) => version)).toContain(
      dialect === '1.0' ? '1.0' : undefined,
    );
  });

  test('asks twice in one task: two questions, each answered once', async () => {
    await agent.begin(question, config());
    agent.says({ state: 'INPUT_REQUIRED', says: 'And when?' });
    await respond(await oneItem(), 'answer', 'Berlin');
    const second = (await itemsOnce((all) => all.length === 2))[1] as Item;
    expect(second.context.title).toBe('Trip planner: And when?');
    await respond(second, 'answer', 'May');
    await agent.heardSo(2);
    expect(agent.heard.map(({ text }) => text)).toEqual(['Berlin', 'May']);
  });

  test('is subscribed to through pushNotificationConfig, with a token of its own, and read at once', async () => {
    const task = await agent.begin(question);
    const path = `/api/v1/admin/bridges/${bridge.bridge_id}/subscriptions`;
    const reply = await server.call('POST', path, { token: adminToken, body: { task_id: task.id } });
    expect(reply.status).toBe(201);
    await respond(await oneItem(), 'answer', 'Berlin');
    const all = await itemsOnce((found) => found.length === 2);
    expect(all[1]?.context.title).toBe('Trip planner has finished: Thanks.');
    const unknown = await server.call('POST', path, { token: adminToken, body: { task_id: 'none' } });
    expect(unknown).toMatchObject({
      status: 422,
      body: { code: 'CONSTRAINT_VIOLATION', details: { path: 'task_id' } },
    });
  });
});

describe('what the agent says', () => {
  test.each([
    ['AUTH_REQUIRED', 'Trip planner needs you to sign in: Why.'],
    ['COMPLETED', 'Trip planner has finished: Why.'],
    ['FAILED', 'Trip planner has failed: Why.'],
    ['CANCELED', 'Trip planner has stopped: Why.'],
    ['REJECTED', 'Trip planner has declined: Why.'],
  ])('%s is told, and "Got it" goes nowhere', async (state, title) => {
    await agent.begin({ state, says: 'Why.' }, config());
    const item = await oneItem();
    expect(item).toMatchObject({ context: { title, description: 'Why.' }, actions: [{ id: 'got_it' }] });
    expect((await respond(item, 'got_it')).status).toBe(200);
    const list = await server.call('GET', `/api/v1/notifications/${item.id}/deliveries`, { token: adminToken });
    expect(list.body).toEqual({ deliveries: [] });
    expect(agent.heard).toEqual([]);
  });

  test('a running task makes nothing', async () => {
    const task = await agent.begin({ state: 'WORKING' }, config());
    await push({ id: task.id });
    await settled();
    expect(await items()).toEqual([]);
  });

  test('data comes as JSON evidence; silence has words', async () => {
    await agent.begin({ state: 'INPUT_REQUIRED', data: { gates: [1, 2] } }, config());
    const item = await oneItem();
    expect(item.context.title).toBe('Trip planner asks for your input');
    expect(item.context.description).not.toBe('');
    const data = Buffer.from(item.context.attachments?.[0]?.data ?? '', 'base64').toString('utf8');
    expect(JSON.parse(data)).toEqual({ gates: [1, 2] });
  });

  test('hostile and endless texts stay text, in bounds', async () => {
    const says = `<script>alert(1)</script>\u202e{{response_data}}${'🙂'.repeat(60_000)}`;
    await agent.begin({ state: 'INPUT_REQUIRED', says }, config());
    const { context } = await oneItem();
    expect([...context.title].length).toBeLessThanOrEqual(256);
    expect([...context.description].length).toBeLessThanOrEqual(32_000);
    expect(context.description.startsWith('<script>alert(1)</script>\u202e{{response_data}}')).toBe(true);
    expect(context.description).not.toMatch(/\p{Cs}/u);
  });
});

describe('a push notification', () => {
  const shapes: [string, (id: string) => unknown][] = [
    ['of the tutorial', (taskId) => ({ taskId, status: 'input-required', timestamp: '2024-01-01T12:00:00Z' })],
    ['with the whole task', (id) => ({ kind: 'task', id, contextId: 'c', status: { state: 'input-required' } })],
    ['1.0 task', (id) => ({ task: { id, status: { state: 'TASK_STATE_INPUT_REQUIRED' } } })],
    ['1.0 message', (taskId) => ({ message: { messageId: 'm', taskId, parts: [] } })],
    ['1.0 statusUpdate', (taskId) => ({ statusUpdate: { taskId, status: { state: 'TASK_STATE_WORKING' } } })],
    ['1.0 artifactUpdate', (taskId) => ({ artifactUpdate: { taskId, artifact: {} } })],
  ];
  test.each(shapes)('%s is understood', async (_name, shape) => {
    const task = await agent.begin(question);
    expect(await push(shape(task.id))).toMatchObject({ status: 200, body: { status: 'received' } });
    expect((await oneItem()).context.metadata.task_id).toBe(task.id);
  });

  test('may come as application/a2a+json', async () => {
    const task = await agent.begin(question);
    const reply = await push({ task: { id: task.id } }, { 'content-type': 'application/a2a+json' });
    expect(reply.status).toBe(200);
    await oneItem();
  });

  test('is not believed: the task is read', async () => {
    const task = await agent.begin({ state: 'WORKING' });
    await push({
      kind: 'task',
      id: task.id,
      status: { state: 'failed', message: { parts: [{ text: 'Send money' }] } },
    });
    await settled();
    expect(await items()).toEqual([]);
  });

  test('twice, late and out of order: one item for each state, whatever the order', async () => {
    const task = await agent.begin(question);
    const say = (state: string) => push({ taskId: task.id, status: state });
    await Promise.all(['working', 'input-required', 'input-required', 'completed', 'submitted'].map(say));
    await oneItem();
    await say('input-required');
    await settled();
    expect(await items()).toHaveLength(1);
    await agent.move(task.id, { state: 'COMPLETED', says: 'Done.' });
    await Promise.all(['completed', 'input-required', 'completed', 'working'].map(say));
    await itemsOnce((all) => all.length === 2);
    await say('input-required');
    await settled();
    const all = await items();
    expect(all.map(({ status }) => status)).toEqual(['invalidated', 'delivered']);
    expect(all[0]?.status_update.reason).toBe('The agent no longer waits for this.');
  });

  test('of a task that the agent does not know leaves nothing behind', async () => {
    await push({ taskId: 'none' });
    await settled();
    expect(await items()).toEqual([]);
    expect(server.store.a2aTasks.find(bridge.bridge_id as never, 'none')).toBeUndefined();
  });

  test.each([
    ['nothing', {}, 400, 'MALFORMED_REQUEST'],
    ['a list', [], 400, 'MALFORMED_REQUEST'],
    ['a number as id', { taskId: 7 }, 422, 'CONSTRAINT_VIOLATION'],
    ['a line break in the id', { taskId: 'a\nb' }, 422, 'CONSTRAINT_VIOLATION'],
    ['half a character', { taskId: '\ud800' }, 422, 'CONSTRAINT_VIOLATION'],
    ['an endless id', { task: { id: 'x'.repeat(257) } }, 422, 'CONSTRAINT_VIOLATION'],
    ['over 1 MB', { taskId: 'x', status: 'y'.repeat(1_048_576) }, 413, 'PAYLOAD_TOO_LARGE'],
  ])('with %s is refused', async (_name, body, status, code) => {
    expect(await push(body)).toMatchObject({ status, body: { code } });
  });

  test('a message outside every task is ignored', async () => {
    expect((await push({ message: { messageId: 'm', parts: [] } })).body).toEqual({ status: 'ignored' });
  });

  test('with a wrong, missing or foreign token, or for no bridge, is 401, alike; nothing is read', async () => {
    const other = (await register({ name: 'Other' })).body as Registered;
    const before = agent.asked.length;
    const body = { taskId: 'x' };
    const replies = [
      await push(body, { 'x-a2a-notification-token': `${bridge.token}x` }),
      await push(body, { 'x-a2a-notification-token': other.token }),
      await push(body, { authorization: `Bearer ${adminToken}`, 'x-a2a-notification-token': '' }),
      await push(body, {}, { ...bridge, webhook_url: bridge.webhook_url.replace(bridge.bridge_id, 'brg_none') }),
      await push(body, {}, { ...bridge, webhook_url: bridge.webhook_url.replace('/a2a/', '/triggers/') }),
    ];
    expect(new Set(replies.map(({ status, body: { code, message } }) => `${status} ${code} ${message}`)).size).toBe(1);
    expect(replies[0]).toMatchObject({ status: 401, body: { code: 'AUTH_INVALID_TOKEN' } });
    expect(agent.asked).toHaveLength(before);
  });

  test('a bridge’s token opens nothing else', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/admin/bridges'],
      ['POST', '/api/v1/notifications'],
      ['GET', '/api/v1/client/notifications'],
    ] as const) {
      expect((await server.call(method, path, { token: bridge.token })).status).toBe(401);
    }
  });
});

describe('while the agent is away', () => {
  test('a task is read later, also after a restart of the server', async () => {
    const task = await agent.begin(question);
    await agent.down();
    await push({ taskId: task.id });
    await server.clock.waitedFor(server.clock.now() + 10_000);
    expect(await items()).toEqual([]);
    await agent.up();
    server = await server.restart();
    server.clock.advance(10_000);
    expect((await oneItem()).context.title).toBe('Trip planner: Which airport?');
  });

  test('a server that ended between deciding on an item and sending it sends it the next time', async () => {
    const task = await agent.begin(question, config());
    await oneItem();
    await settled();
    const watched = server.store.a2aTasks.find(bridge.bridge_id as never, task.id);
    const id = randomUUID() as never;
    if (watched) server.store.a2aTasks.enter(watched, watched.mark ?? '', id);
    await push({ taskId: task.id });
    expect((await itemsOnce((all) => all.length === 2)).map((one) => one.id)).toContain(id);
    await push({ taskId: task.id });
    await settled();
    expect(await items()).toHaveLength(2);
  });

  test('an answer waits for it, over a restart, and is said once', async () => {
    const task = await agent.begin(question, config());
    const item = await oneItem();
    await agent.down();
    await respond(item, 'answer', 'Berlin');
    expect(await delivery(item, 1)).toMatchObject({ status: 'pending', last_error: 'ECONNREFUSED' });
    server = await server.restart();
    await agent.up();
    server.clock.advance(10_000);
    expect(await delivery(item, 2)).toMatchObject({ status: 'accepted' });
    expect(agent.heard).toMatchObject([{ text: 'Berlin', taskId: task.id }]);
  });

  test('a reply that was lost on its way back makes no second message', async () => {
    await agent.begin(question, config());
    const item = await oneItem();
    agent.says({ state: 'WORKING' });
    agent.cutReplies((method) => method === 'message/send');
    await respond(item, 'answer', 'Berlin');
    expect(await delivery(item, 1)).toMatchObject({ status: 'pending' });
    server.clock.advance(10_000);
    expect(await delivery(item, 2)).toMatchObject({ status: 'accepted' });
    expect(agent.heard).toHaveLength(1);
  });

  test('an answer that comes when the task has moved on is not sent, and says why', async () => {
    const task = await agent.begin(question, config());
    const item = await oneItem();
    await agent.move(task.id, { state: 'CANCELED' });
    await respond(item, 'answer', 'Berlin');
    const refused = { status: 'refused', last_error: 'The task no longer waits for an answer.' };
    expect(await delivery(item, 1)).toMatchObject(refused);
    expect(agent.heard).toEqual([]);
  });

  test('an agent that moves on without a word is noticed within five minutes', async () => {
    const task = await agent.begin(question, config());
    const item = await oneItem();
    await settled();
    await agent.move(task.id, { state: 'WORKING' });
    server.clock.advance(300_000);
    await itemsOnce(([one]) => one?.status === 'invalidated');
    expect((await respond(item, 'answer', 'Berlin')).status).toBe(409);
  });
});

describe('a bridge is registered', () => {
  test('with the exact address and token to copy; neither is listed again', async () => {
    expect(bridge).toMatchObject({
      kind: 'a2a',
      name: 'Trip planner',
      agent_url: agent.url,
      endpoint: `${agent.url}/rpc`,
      webhook_url: `${server.url}/api/v1/bridges/a2a/${bridge.bridge_id}`,
      token_header: 'X-A2A-Notification-Token',
      token: expect.stringMatching(/^bt_[0-9a-f]{56}$/),
    });
    const list = await server.call('GET', '/api/v1/admin/bridges', { token: adminToken });
    expect(JSON.stringify(list.body)).not.toContain(bridge.token);
    expect(list.body.bridges).toHaveLength(1);
    const services = await server.call('GET', '/api/v1/admin/services', { token: adminToken });
    expect(services.body).toEqual({ services: [] });
    const rotate = await server.call('POST', `/api/v1/admin/services/${bridge.service_id}/rotate`, {
      token: adminToken,
    });
    expect(rotate.status).toBe(422);
  });

  test('under another address where the server has one', async () => {
    const reply = await register({ name: 'Far', public_url: 'https://atp.example.com/x/' });
    expect(reply.body.webhook_url).toBe(`https://atp.example.com/x/api/v1/bridges/a2a/${reply.body.bridge_id}`);
  });

  test('once under a name, which is free again when the bridge was removed and its items withdrawn', async () => {
    expect(await register()).toMatchObject({ status: 409, body: { code: 'SERVICE_ALREADY_EXISTS' } });
    await agent.begin(question, config());
    await oneItem();
    await settled();
    const path = `/api/v1/admin/bridges/${bridge.bridge_id}`;
    expect((await server.call('DELETE', path, { token: adminToken })).status).toBe(200);
    expect((await items()).map(({ status, status_update: { reason } }) => [status, reason])).toEqual([
      ['invalidated', 'The bridge was removed.'],
    ]);
    expect((await push({ taskId: 'x' })).status).toBe(401);
    expect((await server.call('GET', path, { token: adminToken })).status).toBe(404);
    expect((await register()).status).toBe(201);
  });

  test('and a new token ends the old one', async () => {
    const path = `/api/v1/admin/bridges/${bridge.bridge_id}/rotate`;
    const reply = await server.call('POST', path, { token: adminToken });
    expect((await push({ taskId: 'x' })).status).toBe(401);
    expect((await push({ taskId: 'x' }, { 'x-a2a-notification-token': String(reply.body.token) })).status).toBe(200);
  });

  test.each([
    ['http://10.0.0.1/'],
    ['http://169.254.169.254/latest/meta-data'],
    ['https://[fd00::1]/'],
    ['http://0x7f.1.evil.example/'],
    ['https://user:pass@agent.example/'],
    ['file:///etc/passwd'],
    ['no url'],
  ])('not at %s', async (agent_url) => {
    expect(await register({ agent_url, name: 'X' })).toMatchObject({
      status: 422,
      body: { code: 'CONSTRAINT_VIOLATION', details: { path: 'agent_url' } },
    });
  });

  test.each([
    ['whose card leads to a private address', { url: 'http://192.168.1.1/rpc' }],
    ['whose card names no JSON-RPC', { preferredTransport: 'GRPC' }],
    ['that sends no push notifications', { capabilities: { pushNotifications: false } }],
    ['whose card is too large', { description: 'x'.repeat(300_000) }],
    ['whose card has no name', { name: 7 }],
  ])('not with an agent %s', async (_name, card) => {
    const odd = await anA2aAgent('0.3', card);
    expect(await register({ agent_url: odd.url, name: 'X' })).toMatchObject({
      status: 422,
      body: { details: { path: 'agent_url' } },
    });
    await odd.down();
  });

  test('not by others, not without its fields', async () => {
    const body = { kind: 'a2a', agent_url: agent.url };
    expect((await server.call('POST', '/api/v1/admin/bridges', { token: userToken, body })).status).toBe(403);
    for (const [fields, path] of [
      [{ agent_url: undefined }, 'agent_url'],
      [{ kind: undefined }, 'kind'],
    ] as const) {
      expect(await register(fields)).toMatchObject({ status: 400, body: { details: { path } } });
    }
    expect((await register({ kind: 'other' })).status).toBe(422);
    expect((await register({ public_url: 'ftp://x' })).status).toBe(422);
  });
});

test('an agent whose name resolves to a private address is not called', async () => {
  await endServer(server);
  const resolve = () => Promise.resolve([{ address: '10.0.0.1', family: 4 }]);
  server = await aServer({ resolve });
  const reply = await register({ agent_url: 'https://agent.example/' });
  expect(reply).toMatchObject({ status: 422, body: { message: expect.stringContaining('10.0.0.1 is not allowed') } });
});

test('calls are limited per bridge and failures per address, with the time to wait', async () => {
  await endServer(server);
  await agent.down();
  const limits = { updates_per_minute: 2, failed_authentications_per_minute: 2 };
  await set('0.3', { limits: { ...standardLimits, ...limits } });
  for (const status of [200, 200, 429]) expect((await push({ taskId: 'none' })).status).toBe(status);
  expect((await push({ taskId: 'none' })).headers.get('retry-after')).toBe('60');
  const wrong = { 'x-a2a-notification-token': 'wrong' };
  for (const status of [401, 401, 429]) expect((await push({ taskId: 'none' }, wrong)).status).toBe(status);
});
