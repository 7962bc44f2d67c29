import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest';
import { adminToken, aServer, endServer, type TestServer } from '#server/testing/a-server';
import { answered, aService, type RegisteredService } from '#server/testing/builders';
import { ATPClient } from './client.ts';

let server: TestServer;
let service: RegisteredService;
let client: ATPClient;

beforeEach(async () => {
  server = await aServer();
  service = await aService(server);
  client = new ATPClient({ url: server.url, apiKey: service.key });
});
afterEach(() => endServer(server));

const question = {
  title: 'Where?',
  metadata: { build: 118 },
  actions: [
    { id: 'env', label: 'Environment', response_type: 'choice', options: [{ value: 'prod', label: 'Production' }] },
    { id: 'sure', label: 'Sure?', response_type: 'scale', constraints: { min: 1, max: 5 } },
  ],
} as const;

test('asks, waits, and gets the answer typed by its action', async () => {
  const sent = await client.sendNotification(question);
  const ending = client.waitForResponse(sent);
  await answered(server, sent.notification_id, { action_id: 'env', response_data: 'prod' });
  const known = await ending;
  expect(known).toMatchObject({ status: 'answered', action_id: 'env', response_data: 'prod' });
  if (known.status !== 'answered') return;
  if (known.action_id === 'env') expectTypeOf(known.response_data).toEqualTypeOf<'prod'>();
  else expectTypeOf(known.response_data).toEqualTypeOf<number>();
});

test('the status has the names of the tutorial', async () => {
  const { notification_id } = await client.sendNotification(question);
  expect(await client.getNotificationStatus(notification_id)).toMatchObject({ state: 'created', responded: false });
  await answered(server, notification_id, { action_id: 'sure', response_data: 4 });
  const { state, responded, action_id, response_data, metadata } = await client.getNotificationStatus(notification_id);
  expect({ responded, action_id, response_data, metadata }).toEqual({
    responded: true,
    action_id: 'sure',
    response_data: 4,
    metadata: { build: 118 },
  });
  expect(['responded', 'completed']).toContain(state);
});

test('withdrawn and expired are told apart', async () => {
  const first = await client.sendNotification(question);
  const withdrawn = client.waitForResponse(first);
  await client.invalidate(first, 'not needed');
  expect(await withdrawn).toMatchObject({ status: 'withdrawn', reason: 'not needed' });
  const deadline = new Date(server.clock.now() + 60_000);
  const second = await client.sendNotification({ ...question, deadline });
  const expired = client.waitForResponse(second);
  server.clock.advance(60_001);
  expect(await expired).toMatchObject({ status: 'expired' });
});

test('waiting ends with its signal and leaves the question open', async () => {
  const sent = await client.sendNotification(question);
  const ends = new AbortController();
  const waiting = client.waitForResponse(sent, { signal: ends.signal });
  ends.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  expect((await client.getNotificationStatus(sent)).responded).toBe(false);
  await expect(client.waitForResponse(sent, { timeoutMs: 1 })).rejects.toMatchObject({ code: 'TIMED_OUT' });
});

test('a refusal carries the code and the path of the field', async () => {
  const bad = {
    title: 'x',
    actions: [{ id: 'a', label: 'A', response_type: 'scale', constraints: { min: 5, max: 1 } }],
  } as const;
  await expect(client.sendNotification(bad)).rejects.toMatchObject({
    code: 'MALFORMED_ACTION',
    httpStatus: 400,
    details: { path: expect.stringContaining('actions.0') },
  });
});

test('registers a service, whose key then asks', async () => {
  const made = await client.registerService({ name: 'New', description: '', callback_url: null }, adminToken);
  const other = new ATPClient({ url: server.url, apiKey: made.api_key });
  expect((await other.sendNotification(question)).notification_id).toMatch(/^[0-9a-f-]{36}$/);
});

/** A server that answers as told, for what ours does not do. */
async function scripted(listener: RequestListener) {
  const http = createServer(listener);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { client: new ATPClient({ url, apiKey: 'k' }), end: () => http.closeAllConnections() ?? http.close() };
}

test('a send whose reply was lost is repeated under the same id', async () => {
  const ids: unknown[] = [];
  const { client: unlucky, end } = await scripted(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { id } = JSON.parse(Buffer.concat(parts).toString()) as { id: string };
    ids.push(id);
    if (ids.length === 1) request.socket.destroy();
    else if (ids.length === 2) response.writeHead(503).end();
    else response.writeHead(201).end(JSON.stringify({ notification_id: id, status: 'created' }));
  });
  const sent = await unlucky.sendNotification(question);
  expect(ids).toEqual([sent.notification_id, sent.notification_id, sent.notification_id]);
  end();
});

test('a server without ?wait is polled until it tells the ending', async () => {
  let reads = 0;
  const { client: plain, end } = await scripted((_request, response) => {
    reads++;
    const isDone = reads === 3;
    const status = isDone
      ? { status: 'responded', responded: true, action_id: 'a', response_data: null }
      : { status: 'delivered' };
    response.end(JSON.stringify({ notification_id: 'n', ...status }));
  });
  expect(await plain.waitForResponse('n')).toMatchObject({ status: 'answered', action_id: 'a' });
  expect(reads).toBe(3);
  end();
});

test('what answers without speaking the protocol is named so, and a redirect is not followed', async () => {
  const { client: html, end } = await scripted((_request, response) => response.end('<html>'));
  await expect(html.getNotificationStatus('n')).rejects.toMatchObject({ code: 'NOT_ATP' });
  end();
  const { client: moved, end: endMoved } = await scripted((_request, response) =>
    response.writeHead(302, { location: `${server.url}/api/v1/health` }).end(),
  );
  await expect(moved.getNotificationStatus('n')).rejects.toMatchObject({ code: 'NOT_ATP' });
  endMoved();
});
