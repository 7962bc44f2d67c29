import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aReceiver, type Receiver } from '../testing/a-receiver.ts';
import { adminToken, aServer, endServer, type TestServer } from '../testing/a-server.ts';
import { answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let receiver: Receiver;
let service: RegisteredService;
let replies: { status: number; headers?: Record<string, string> }[] = [];

beforeEach(async () => {
  replies = [];
  server = await aServer();
  receiver = await aReceiver((response, count) => {
    const { status, headers } = replies[count - 1] ?? replies.at(-1) ?? { status: 200 };
    response.writeHead(status, headers).end('{"status":"success"}');
  });
  service = await aService(server, { callback_url: receiver.url });
});
afterEach(async () => {
  await endServer(server);
  await receiver.stop();
});

const statusOf = async (id: string) =>
  (await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key })).body.status;

/** Resolves once an attempt of this notification has been recorded as wanted. */
async function recorded(id: string, attempts: number) {
  for (;;) {
    const [delivery] = server.store.deliveries.ofNotification(id as never);
    if (delivery && delivery.attempts >= attempts) return delivery;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the request', () => {
  test('has exactly the body of section 9.2 and both signatures of its bytes', async () => {
    const id = await sent(server, service, {
      context: { title: 'é ✓', description: '', metadata: { query_id: 'q-7', n: 1.5 } },
    });
    await answered(server, id, { action_id: 'rollout', response_data: 25 });
    const { headers, body } = await receiver.delivery(1);
    expect(body.toString('utf8')).toBe(
      `{"notification_id":"${id}","action_id":"rollout","response_data":25,"responded_at":"2026-01-15T09:00:00.000Z","responder":{"id":"user_42","type":"human"},"metadata":{"query_id":"q-7","n":1.5}}`,
    );
    const hmac = (...parts: (string | Buffer)[]) => {
      const digest = createHmac('sha256', service.secret);
      for (const part of parts) digest.update(part);
      return digest.digest('hex');
    };
    const t = Math.floor(server.clock.now() / 1000);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-atp-signature': hmac(body),
      'x-atp-signature-v1': `t=${t},v1=${hmac(`${t}.`, body)}`,
      'x-atp-request-id': expect.stringMatching(/^req_/),
      'x-atp-delivery-attempt': '1',
    });
  });

  test('of a t_v1 service is signed with the time only', async () => {
    service = await aService(server, { callback_url: receiver.url, signature_scheme: 't_v1' });
    await answered(server, await sent(server, service));
    const { headers } = await receiver.delivery(1);
    expect(headers['x-atp-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
    expect(headers['x-atp-signature-v1']).toBeUndefined();
  });

  test('without metadata it has an empty object, and null for a simple action', async () => {
    const id = await sent(server, service, { context: { title: 't', description: '' } });
    await answered(server, id);
    const body = JSON.parse((await receiver.delivery(1)).body.toString('utf8'));
    expect(body).toMatchObject({ response_data: null, metadata: {} });
  });
});

describe('what the service answers', () => {
  test.each([200, 201, 204])('%i completes the notification', async (status) => {
    replies = [{ status }];
    const id = await sent(server, service);
    await answered(server, id);
    expect(await recorded(id, 1)).toMatchObject({ state: 'accepted', lastStatus: status });
    expect(await statusOf(id)).toBe('completed');
  });

  test.each([400, 401, 403, 404, 410, 422, 301, 302, 307])('%i is final: no second attempt', async (status) => {
    replies = [{ status, headers: { location: receiver.url } }];
    const id = await sent(server, service);
    await answered(server, id);
    expect(await recorded(id, 1)).toMatchObject({ state: 'refused', lastStatus: status });
    server.clock.advance(86_400_000);
    expect(await statusOf(id)).toBe('responded');
    expect(receiver.received).toHaveLength(1);
  });

  test.each([408, 425, 429, 500, 502, 503])('%i is tried again with the same bytes and request id', async (status) => {
    replies = [{ status }, { status: 200 }];
    const id = await sent(server, service);
    await answered(server, id);
    expect(await recorded(id, 1)).toMatchObject({ state: 'pending', nextAt: server.clock.now() + 10_000 });
    server.clock.advance(9_999);
    expect(receiver.received).toHaveLength(1);
    server.clock.advance(1);
    const [first, second] = [await receiver.delivery(1), await receiver.delivery(2)];
    expect(second.body.equals(first.body)).toBe(true);
    expect(second.headers['x-atp-request-id']).toBe(first.headers['x-atp-request-id']);
    expect(second.headers['x-atp-delivery-attempt']).toBe('2');
    await recorded(id, 2);
    expect(await statusOf(id)).toBe('completed');
  });

  test('Retry-After is obeyed', async () => {
    replies = [{ status: 429, headers: { 'retry-after': '3600' } }];
    const id = await sent(server, service);
    await answered(server, id);
    expect(await recorded(id, 1)).toMatchObject({ nextAt: server.clock.now() + 3_600_000 });
  });

  test('the whole schedule is kept over restarts and then given up, the notification staying responded', async () => {
    replies = [{ status: 500 }];
    const id = await sent(server, service);
    await answered(server, id);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt++) {
      const { nextAt } = await recorded(id, attempt);
      waits.push(nextAt - server.clock.now());
      server = await server.restart();
      server.clock.advance(nextAt - server.clock.now());
    }
    expect(waits).toEqual([10_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000, 21_600_000]);
    expect(await recorded(id, 8)).toMatchObject({ state: 'given-up', lastStatus: 500 });
    server.clock.advance(30 * 86_400_000);
    expect(await statusOf(id)).toBe('responded');
    expect(receiver.received).toHaveLength(8);
    expect(new Set(receiver.received.map(({ headers }) => headers['x-atp-request-id'])).size).toBe(1);
  });

  test.each([
    [0, 8_000],
    [1, 12_000],
  ])('with dice %i the first retry comes after %i ms', async (dice, wait) => {
    await endServer(server);
    server = await aServer({ random: () => dice });
    service = await aService(server, { callback_url: receiver.url });
    replies = [{ status: 500 }];
    const id = await sent(server, service);
    await answered(server, id);
    expect((await recorded(id, 1)).nextAt - server.clock.now()).toBe(wait);
  });
});

describe('no answer', () => {
  test('a receiver that is away, or silent past the limit, is tried again', async () => {
    await endServer(server);
    server = await aServer({ webhookTimeoutMs: 50 });
    const silent = await aReceiver(() => {});
    service = await aService(server, { callback_url: silent.url });
    const first = await sent(server, service);
    await answered(server, first);
    expect(await recorded(first, 1)).toMatchObject({ state: 'pending', lastError: 'No reply in time.' });
    await silent.stop();
    const second = await sent(server, service);
    await answered(server, second);
    expect(await recorded(second, 1)).toMatchObject({ state: 'pending', lastError: 'ECONNREFUSED' });
  });

  test('a name that now leads to a private address is not called and not tried again', async () => {
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    await endServer(server);
    server = await aServer({ resolve });
    const { port } = new URL(receiver.url);
    service = await aService(server, { callback_url: `https://rebound.example:${port}/atp/webhook` });
    const id = await sent(server, service);
    await answered(server, id);
    expect(await recorded(id, 1)).toMatchObject({
      state: 'refused',
      lastError: expect.stringContaining('not allowed'),
    });
    expect(receiver.received).toHaveLength(0);
  });

  test('the connection goes to the address that was tested, whatever the name says later', async () => {
    let asked = 0;
    const resolve = () => Promise.resolve([{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    await endServer(server);
    server = await aServer({ resolve });
    service = await aService(server, { callback_url: receiver.url.replace('127.0.0.1', 'pinned.localhost') });
    await answered(server, await sent(server, service));
    expect((await receiver.delivery(1)).headers.host).toContain('pinned.localhost');
    expect(asked).toBe(1);
  });
});

test('one slow receiver does not hold up the deliveries of others', async () => {
  const silent = await aReceiver(() => {});
  const slow = await aService(server, { callback_url: silent.url });
  for (let n = 0; n < 5; n++) await answered(server, await sent(server, slow));
  await silent.delivery(5);
  await answered(server, await sent(server, service));
  await receiver.delivery(1);
  await silent.stop();
});

test('a callback that is taken away leaves the answer for the service to read', async () => {
  replies = [{ status: 500 }];
  const id = await sent(server, service);
  await answered(server, id);
  await recorded(id, 1);
  const body = { callback_url: null };
  await server.call('PATCH', `/api/v1/admin/services/${service.id}`, { token: adminToken, body });
  server.clock.advance(86_400_000);
  expect(await statusOf(id)).toBe('responded');
  expect(await statusOf(id)).toBe('completed');
  expect(receiver.received).toHaveLength(1);
});

test('a callback that is set serves "Local agents" and the like from then on', async () => {
  const quiet = await aService(server);
  const body = { callback_url: receiver.url };
  await server.call('PATCH', `/api/v1/admin/services/${quiet.id}`, { token: adminToken, body });
  await answered(server, await sent(server, quiet));
  const { headers, body: bytes } = await receiver.delivery(1);
  expect(headers['x-atp-signature']).toBe(createHmac('sha256', quiet.secret).update(bytes).digest('hex'));
});
