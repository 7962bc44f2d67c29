import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryList, DeliveryListing, DeliveryPage } from '#shared/protocol/delivery';
import { aReceiver, type Receiver } from '../testing/a-receiver.ts';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let receiver: Receiver;
let service: RegisteredService;
let status = 500;
beforeEach(async () => {
  status = 500;
  server = await aServer();
  receiver = await aReceiver((response) => void response.writeHead(status).end());
  service = await aService(server, { callback_url: receiver.url });
});
afterEach(async () => {
  await endServer(server);
  await receiver.stop();
});

async function answeredOne(of = service): Promise<string> {
  const id = await sent(server, of);
  await answered(server, id);
  return id;
}
const list = (id: string, token = service.key) =>
  server.call('GET', `/api/v1/notifications/${id}/deliveries`, { token });
async function listed(id: string): Promise<DeliveryListing> {
  const [one] = DeliveryList.parse((await list(id)).body).deliveries;
  if (!one) throw new Error('There is no delivery.');
  return one;
}
const resend = (id: string, delivery: string, token = service.key) =>
  server.call('POST', `/api/v1/notifications/${id}/deliveries/${delivery}/resend`, { token });
const page = async (query = '', id = service.id) =>
  server.call('GET', `/api/v1/admin/services/${id}/deliveries${query}`, { token: adminToken });

/** Resolves once so many attempts have been recorded. */
async function attempted(id: string, attempts: number): Promise<DeliveryListing> {
  for (;;) {
    const one = await listed(id);
    if (one.attempts >= attempts) return one;
  }
}

describe('the owner sees', () => {
  test('nothing before the answer, then where it stands, what came of it and what is next', async () => {
    const id = await sent(server, service);
    expect((await list(id)).body).toEqual({ deliveries: [] });
    server.clock.advance(1_000);
    await answered(server, id);
    const one = await attempted(id, 1);
    expect(one).toEqual({
      delivery_id: (await receiver.delivery(1)).headers['x-atp-request-id'],
      notification_id: id,
      service_id: service.id,
      kind: 'webhook',
      status: 'pending',
      attempts: 1,
      http_status: 500,
      last_error: null,
      created_at: '2026-01-15T09:00:01.000Z',
      last_attempt_at: '2026-01-15T09:00:01.000Z',
      next_attempt_at: '2026-01-15T09:00:11.000Z',
    });
    status = 200;
    server.clock.advance(10_000);
    const done = { status: 'accepted', attempts: 2, http_status: 200, next_attempt_at: null };
    expect(await attempted(id, 2)).toMatchObject({ ...done, last_attempt_at: '2026-01-15T09:00:11.000Z' });
  });

  test('why nobody answered', async () => {
    await receiver.stop();
    const one = await attempted(await answeredOne(), 1);
    expect(one).toMatchObject({ status: 'pending', http_status: null, last_error: 'ECONNREFUSED' });
  });

  test('only what is theirs; the administrator all, a user nothing', async () => {
    const id = await answeredOne();
    const { delivery_id } = await listed(id);
    const other = await aService(server);
    for (const ask of [(token: string) => list(id, token), (token: string) => resend(id, delivery_id, token)]) {
      expect(await ask(other.key)).toMatchObject({ status: 403, body: { code: 'SERVICE_NOT_OWNER' } });
      expect((await ask(userToken)).status).toBe(401);
      expect((await ask(adminToken)).status).toBe(200);
    }
    expect((await list('none')).status).toBe(404);
  });
});

describe('the administrator’s list', () => {
  test('has a service’s deliveries, the newest first, in pages that stay right while more come', async () => {
    const other = await aService(server, { callback_url: receiver.url });
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift(await answeredOne());
    await answeredOne(other);
    const first = DeliveryPage.parse((await page('?limit=2')).body);
    ids.unshift(await answeredOne());
    const second = DeliveryPage.parse((await page(`?limit=2&cursor=${first.pagination.next_cursor}`)).body);
    const last = DeliveryPage.parse((await page(`?limit=2&cursor=${second.pagination.next_cursor}`)).body);
    const seen = [first, second, last].flatMap(({ deliveries }) => deliveries.map((one) => one.notification_id));
    expect(seen).toEqual(ids.slice(1));
    expect(first.pagination).toMatchObject({ has_more: true, total_count: 5 });
    expect(last.pagination).toEqual({ next_cursor: null, has_more: false, total_count: 6 });
  });

  test('is refused for others, unknown services and odd parameters', async () => {
    for (const query of ['?limit=0', '?limit=101', '?limit=x', '?cursor=x']) {
      expect(await page(query)).toMatchObject({ status: 400, body: { code: 'INVALID_PARAMETER' } });
    }
    expect((await page('', 'none')).status).toBe(404);
    const path = `/api/v1/admin/services/${service.id}/deliveries`;
    expect((await server.call('GET', path, { token: service.key })).status).toBe(403);
  });
});

describe('sent again', () => {
  test('after giving up: the same request id and bytes, the attempts counting on, a schedule of its own', async () => {
    const id = await answeredOne();
    for (let attempt = 1; attempt <= 8; attempt++) {
      await attempted(id, attempt);
      server.clock.advance(30_000_000);
    }
    const given = await attempted(id, 8);
    expect(given).toMatchObject({ status: 'given_up', next_attempt_at: null });
    const again = await resend(id, given.delivery_id);
    expect(again).toMatchObject({ status: 200, body: { status: 'pending', delivery_id: given.delivery_id } });
    expect(DeliveryListing.parse(again.body).attempts).toBe(8);
    const [first, ninth] = [await receiver.delivery(1), await receiver.delivery(9)];
    expect(ninth.headers['x-atp-request-id']).toBe(first.headers['x-atp-request-id']);
    expect(ninth.headers['x-atp-delivery-attempt']).toBe('9');
    expect(ninth.body.equals(first.body)).toBe(true);
    const pending = await attempted(id, 9);
    expect(Date.parse(String(pending.next_attempt_at)) - server.clock.now()).toBe(10_000);
    status = 200;
    server.clock.advance(10_000);
    expect(await attempted(id, 10)).toMatchObject({ status: 'accepted' });
    const read = await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key });
    expect(read.body.status).toBe('completed');
  });

  test('after a refusal, by the administrator, to the callback of now', async () => {
    status = 410;
    const id = await answeredOne();
    const refused = await attempted(id, 1);
    expect(refused.status).toBe('refused');
    const elsewhere = await aReceiver((response) => void response.end());
    const body = { callback_url: elsewhere.url };
    await server.call('PATCH', `/api/v1/admin/services/${service.id}`, { token: adminToken, body });
    expect((await resend(id, refused.delivery_id, adminToken)).status).toBe(200);
    await elsewhere.delivery(1);
    expect(await attempted(id, 2)).toMatchObject({ status: 'accepted' });
    await elsewhere.stop();
  });

  test('while it waits for its next attempt, it goes at once', async () => {
    const id = await answeredOne();
    const { delivery_id } = await attempted(id, 1);
    status = 200;
    await resend(id, delivery_id);
    expect(await attempted(id, 2)).toMatchObject({ status: 'accepted' });
  });

  test('after it was accepted, because the service lost it; it stays completed', async () => {
    status = 200;
    const id = await answeredOne();
    const { delivery_id } = await attempted(id, 1);
    await resend(id, delivery_id);
    await receiver.delivery(2);
    await attempted(id, 2);
    const read = await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key });
    expect(read.body.status).toBe('completed');
  });

  test('not without a callback, not by the id of another notification’s delivery', async () => {
    const id = await answeredOne();
    const { delivery_id } = await attempted(id, 1);
    expect(await resend(id, 'req_none')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await resend(await sent(server, service), delivery_id)).status).toBe(404);
    const body = { callback_url: null };
    await server.call('PATCH', `/api/v1/admin/services/${service.id}`, { token: adminToken, body });
    expect(await listed(id)).toMatchObject({ status: 'dropped' });
    expect(await resend(id, delivery_id)).toMatchObject({ status: 422, body: { code: 'CONSTRAINT_VIOLATION' } });
  });
});

test('a service that does not answer has at most five deliveries under way, and forty of them leave room for others', async () => {
  const silent = await aReceiver(() => {});
  const slow = await aService(server, { callback_url: silent.url });
  for (let n = 0; n < 40; n++) await answeredOne(slow);
  status = 200;
  for (let n = 0; n < 10; n++) await attempted(await answeredOne(), 1);
  expect(receiver.received).toHaveLength(10);
  expect(silent.received).toHaveLength(5);
  await silent.stop();
});
