import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryList } from '#shared/protocol/delivery';
import { standardLimits } from '../../limits/limits.ts';
import { aReceiver, type Receiver } from '../../testing/a-receiver.ts';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../../testing/a-server.ts';
import { severityOf } from './severity.ts';

type Registered = { bridge_id: string; webhook_url: string; token: string; signing_secret: string };
type Item = Record<string, unknown> & { id: string; context: { attachments: { type: string; data: string }[] } };

let server: TestServer;
let agent: Receiver;
let status = 200;
let bridge: Registered;
beforeEach(async () => {
  status = 200;
  server = await aServer();
  agent = await aReceiver((response) => void response.writeHead(status).end());
  bridge = await registered({ answer_url: agent.url, events });
});
afterEach(async () => {
  await endServer(server);
  await agent.stop();
});

const events = {
  urgent_bug_reported: [
    { id: 'page', label: 'Page on-call', response_type: 'simple', flags: ['affects_others'] },
    { id: 'note', label: 'Note', response_type: 'text' },
  ],
};
/** The two events of the proposal. */
const bug = {
  trigger_source: 'jira_webhook',
  event_type: 'urgent_bug_reported',
  timestamp: '2025-07-15T16:27:00Z',
  correlation_id: 'uuid-1234-abcd-5678',
  data: {
    ticket_id: 'PROD-1138',
    title: 'Critical Failure: Authentication service is down',
    url: 'https://jira.example.com/PROD-1138',
    priority: 'High',
    description: 'Users are unable to log in.',
  },
};
const checkIn = {
  trigger_source: 'system_scheduler',
  event_type: 'afternoon_wellness_checkin',
  timestamp: '2025-08-07T12:00:00Z',
  correlation_id: 'uuid-2345-bcde-6789',
  data: { last_checkin: '2025-08-06T12:00:00Z', notification_channel: 'desktop' },
};

const register = (fields: Record<string, unknown>) =>
  server.call('POST', '/api/v1/admin/bridges', {
    token: adminToken,
    body: { kind: 'trigger', name: 'Tickets', ...fields },
  });
async function registered(fields: Record<string, unknown>): Promise<Registered> {
  const reply = await register(fields);
  expect(reply.status).toBe(201);
  return reply.body as Registered;
}
const post = (body: unknown, token = bridge.token) =>
  server.call('POST', new URL(bridge.webhook_url).pathname, { token, body });
async function items(): Promise<Item[]> {
  const reply = await server.call('GET', '/api/v1/client/notifications', { token: userToken });
  return reply.body.notifications as Item[];
}
async function shown(event: unknown): Promise<Item> {
  const { status: said, body } = await post(event);
  expect(said).toBe(201);
  const found = (await items()).find(({ id }) => id === body.notification_id);
  if (!found) throw new Error('The event is not shown.');
  return found;
}
const respond = (notification_id: string, action_id: string, response_data: unknown = null) =>
  server.call('POST', '/api/v1/client/respond', {
    token: userToken,
    body: { notification_id, action_id, response_data },
  });
async function delivery(id: string, attempts: number) {
  for (;;) {
    const reply = await server.call('GET', `/api/v1/notifications/${id}/deliveries`, { token: adminToken });
    const [one] = DeliveryList.parse(reply.body).deliveries;
    if (one && one.attempts >= attempts) return one;
  }
}

describe('an event is shown', () => {
  test('with its title, source and severity, the actions of its type and all of its data as evidence', async () => {
    const item = await shown(bug);
    expect(item).toMatchObject({
      priority: 'high',
      service: { name: 'Tickets' },
      context: {
        title: bug.data.title,
        description: 'Users are unable to log in.\n\nhttps://jira.example.com/PROD-1138',
        project: 'jira_webhook',
        metadata: {
          source: 'jira_webhook',
          event_type: 'urgent_bug_reported',
          severity: 'high',
          happened_at: '2025-07-15T16:27:00Z',
          correlation_id: 'uuid-1234-abcd-5678',
        },
        attachments: [{ type: 'application/json' }],
      },
      actions: [
        { id: 'page', label: 'Page on-call', flags: ['affects_others', 'time_sensitive'] },
        { id: 'note', response_type: 'text', flags: ['time_sensitive'] },
      ],
    });
    const data = Buffer.from(item.context.attachments[0]?.data ?? '', 'base64').toString('utf8');
    expect(JSON.parse(data)).toEqual(bug.data);
  });

  test('of a type without actions, with words made of its own; "Got it" goes nowhere', async () => {
    const item = await shown(checkIn);
    expect(item).toMatchObject({
      context: {
        title: 'Afternoon wellness checkin',
        description: 'last_checkin: 2025-08-06T12:00:00Z\nnotification_channel: desktop',
      },
      actions: [{ id: 'got_it', label: 'Got it' }],
    });
    expect(item.priority).toBeUndefined();
    await respond(item.id, 'got_it');
    const list = await server.call('GET', `/api/v1/notifications/${item.id}/deliveries`, { token: adminToken });
    expect(list.body).toEqual({ deliveries: [] });
  });

  test('"*" stands for every other type; a type of an odd name is just another', async () => {
    bridge = await registered({
      name: 'All',
      events: {
        '*': [{ id: 'ok', label: 'OK', response_type: 'binary', options: { true_label: 'Y', false_label: 'N' } }],
      },
    });
    for (const event_type of ['anything', 'constructor', '*', '__proto__']) {
      expect(await shown({ ...bug, event_type })).toMatchObject({ actions: [{ id: 'ok' }] });
    }
  });

  test('once, however often and in whatever shape it comes again; source, type and correlation tell events apart', async () => {
    const first = await post(bug);
    const { data, ...rest } = bug;
    const again = await post({ data: { ...data, title: 'Other' }, ...rest, timestamp: '2026-01-01T00:00:00Z' });
    expect(again).toMatchObject({
      status: 200,
      body: { notification_id: first.body.notification_id, status: 'duplicate' },
    });
    await respond(String(first.body.notification_id), 'page');
    server = await server.restart();
    expect((await post(bug)).body).toEqual(again.body);
    for (const other of ['trigger_source', 'event_type', 'correlation_id']) {
      expect((await post({ ...bug, [other]: 'another' })).status).toBe(201);
    }
    expect(await items()).toHaveLength(4);
  });

  test('on another bridge as well: bridges know nothing of each other', async () => {
    await post(bug);
    bridge = await registered({ name: 'Second' });
    expect((await post(bug)).status).toBe(201);
  });

  test('with hostile and endless texts as text, in bounds', async () => {
    const title = `<img src=x onerror=alert(1)>\u0000\u202e${'🙂'.repeat(400)}\nsecond`;
    const data = {
      title,
      description: '{{response_data}}'.repeat(5_000),
      priority: { high: 1 },
      url: 'javascript:alert(1)',
    };
    const item = await shown({ ...bug, data });
    const { title: shownTitle, description } = item.context as unknown as { title: string; description: string };
    expect([...shownTitle].length).toBeLessThanOrEqual(256);
    expect(shownTitle).not.toContain('\n');
    expect(description.length).toBeLessThanOrEqual(32_000);
    expect(description).not.toContain('javascript:');
    expect(item.priority).toBeUndefined();
  });
});

test.each([
  ['High', 'high'],
  ['CRITICAL', 'urgent'],
  ['p1', 'high'],
  [2, 'normal'],
  ['minor', 'low'],
  ['constructor', undefined],
  [null, undefined],
  [['high'], undefined],
])('priority %j is %s', (priority, severity) => {
  expect(severityOf(priority)).toBe(severity);
});

describe('an event is refused', () => {
  const missing: [Record<string, unknown>, number, string, string][] = Object.keys(bug).map((field) => [
    { ...bug, [field]: undefined },
    400,
    'MISSING_REQUIRED_FIELD',
    field,
  ]);
  test.each([
    ...missing,
    [{ ...bug, data: null }, 400, 'MISSING_REQUIRED_FIELD', 'data'],
    [{ ...bug, data: [] }, 400, 'MALFORMED_REQUEST', 'data'],
    [{ ...bug, trigger_source: 7 }, 400, 'MALFORMED_REQUEST', 'trigger_source'],
    [{ ...bug, timestamp: 'yesterday' }, 422, 'CONSTRAINT_VIOLATION', 'timestamp'],
    [{ ...bug, correlation_id: ' ' }, 422, 'CONSTRAINT_VIOLATION', 'correlation_id'],
    [{ ...bug, correlation_id: 'a\ud800' }, 422, 'CONSTRAINT_VIOLATION', 'correlation_id'],
    [{ ...bug, event_type: 'a\u0007b' }, 422, 'CONSTRAINT_VIOLATION', 'event_type'],
    [{ ...bug, event_type: 'x'.repeat(257) }, 422, 'CONSTRAINT_VIOLATION', 'event_type'],
  ])('%#: with the path of the field', async (body, code, name, path) => {
    expect(await post(body)).toMatchObject({ status: code, body: { code: name, details: { path } } });
    expect(await items()).toEqual([]);
  });

  test('that is no object, or over 256 KiB, or nests endlessly', async () => {
    expect((await post([bug])).status).toBe(400);
    expect((await post({ ...bug, data: { x: 'y'.repeat(262_144) } })).status).toBe(413);
    const deep = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`);
    expect((await post({ ...bug, data: deep })).status).toBe(400);
    expect((await post({ ...bug, data: { x: 'y'.repeat(261_000) } })).status).toBe(201);
  });

  test('with a wrong, missing or foreign token', async () => {
    const other = await registered({ name: 'Other' });
    for (const token of [`${bridge.token}x`, other.token, adminToken, userToken]) {
      expect(await post(bug, token)).toMatchObject({ status: 401, body: { code: 'AUTH_INVALID_TOKEN' } });
    }
    expect(await items()).toEqual([]);
  });

  test('that is one too many this minute', async () => {
    await endServer(server);
    server = await aServer({ limits: { ...standardLimits, sends_per_minute: 1 } });
    bridge = await registered({});
    expect((await post(bug)).status).toBe(201);
    const refused = await post(checkIn);
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED' } });
    expect(refused.headers.get('retry-after')).toBe('60');
  });
});

describe('the answer', () => {
  test('goes to the agent as an event with the same correlation id, signed', async () => {
    const { id } = await shown(bug);
    await respond(id, 'note', 'On it "now" {{}}');
    const { headers, body } = await agent.delivery(1);
    expect(JSON.parse(body.toString('utf8'))).toEqual({
      trigger_source: 'triage_inbox',
      event_type: 'urgent_bug_reported_answered',
      timestamp: '2026-01-15T09:00:00.000Z',
      correlation_id: bug.correlation_id,
      data: {
        notification_id: id,
        trigger_source: 'jira_webhook',
        event_type: 'urgent_bug_reported',
        action_id: 'note',
        response_data: 'On it "now" {{}}',
        responder: { id: 'user_42', type: 'human' },
      },
    });
    const hmac = createHmac('sha256', bridge.signing_secret).update(body).digest('hex');
    expect(headers).toMatchObject({ 'x-atp-signature': hmac, 'content-type': 'application/json' });
    expect(await delivery(id, 1)).toMatchObject({ kind: 'trigger', status: 'accepted' });
  });

  test('waits for an agent that is away, over a restart of the server, with the same bytes and id', async () => {
    status = 503;
    const { id } = await shown(bug);
    await respond(id, 'page');
    expect(await delivery(id, 1)).toMatchObject({ status: 'pending', http_status: 503 });
    server = await server.restart();
    status = 200;
    server.clock.advance(10_000);
    expect(await delivery(id, 2)).toMatchObject({ status: 'accepted' });
    const [first, second] = [await agent.delivery(1), await agent.delivery(2)];
    expect(second.body.equals(first.body)).toBe(true);
    expect(second.headers['x-atp-request-id']).toBe(first.headers['x-atp-request-id']);
  });

  test('can be sent again by the administrator, but not once the bridge was removed', async () => {
    status = 410;
    const { id } = await shown(bug);
    await respond(id, 'page');
    const { delivery_id } = await delivery(id, 1);
    const again = () =>
      server.call('POST', `/api/v1/notifications/${id}/deliveries/${delivery_id}/resend`, { token: adminToken });
    status = 200;
    expect((await again()).status).toBe(200);
    expect(await delivery(id, 2)).toMatchObject({ status: 'accepted' });
    await server.call('DELETE', `/api/v1/admin/bridges/${bridge.bridge_id}`, { token: adminToken });
    expect((await again()).status).toBe(422);
  });
});

describe('a bridge is not registered', () => {
  test.each([
    [{ name: '' }, 400, 'name'],
    [{ name: 'x'.repeat(101) }, 422, 'name'],
    [{ answer_url: 'http://10.0.0.1/x' }, 422, 'answer_url'],
    [{ answer_url: 'http://agent.example/x' }, 422, 'answer_url'],
    [{ answer_url: 7 }, 400, 'answer_url'],
    [{ events: [] }, 400, 'events'],
    [{ events: { a: {} } }, 400, 'events.a'],
    [{ events: { a: [] } }, 422, 'events.a'],
    [{ events: { a: [{ id: 'x', response_type: 'simple' }] } }, 400, 'events.a.0.label'],
    [{ events: { a: [{ id: 'x', label: 'X', response_type: 'dance' }] } }, 400, 'events.a.0.response_type'],
    [{ events: { a: [{ id: 'x', label: 'X', response_type: 'choice', options: [] }] } }, 400, 'events.a.0.options'],
  ])('%#: with the path of what is wrong', async (fields, code, path) => {
    expect(await register({ name: 'New', ...fields })).toMatchObject({ status: code, body: { details: { path } } });
  });
});
