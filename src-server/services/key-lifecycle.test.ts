import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RotateKeyReply, ServiceListing } from '#shared/protocol/service';
import { aReceiver } from '../testing/a-receiver.ts';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aNotification, answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let service: RegisteredService;
beforeEach(async () => {
  server = await aServer();
  service = await aService(server);
});
afterEach(() => endServer(server));

const act = (what: string, id = service.id, token = adminToken) =>
  server.call('POST', `/api/v1/admin/services/${id}/${what}`, { token });
const listed = async () => {
  const { body } = await server.call('GET', `/api/v1/admin/services/${service.id}`, { token: adminToken });
  return ServiceListing.parse(body);
};
const sendStatus = async (token: string) =>
  (await server.call('POST', '/api/v1/notifications', { token, body: aNotification() })).status;

/** A wait that is under way on the server: `closed` is when its connection went, `text` what came before. */
async function waiting(id: string): Promise<{ socket: Socket; closed: Promise<{ text: string; ms: number }> }> {
  const socket = connect(server.port, '127.0.0.1');
  const from = { at: 0 };
  const closed = new Promise<{ text: string; ms: number }>((resolve) => {
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('close', () => resolve({ text, ms: performance.now() - from.at }));
  });
  const head = [`host: 127.0.0.1:${server.port}`, `authorization: Bearer ${service.key}`].join('\r\n');
  const registered = server.clock.waitedFor(server.clock.now() + 60_000);
  socket.write(`GET /api/v1/notifications/${id}?wait=60 HTTP/1.1\r\n${head}\r\n\r\n`);
  await registered;
  from.at = performance.now();
  return { socket, closed };
}

describe('rotate', () => {
  test('gives a new key once; the old one is over at once, and the list tells them apart', async () => {
    const before = await listed();
    expect(before).toMatchObject({ status: 'active', key: { prefix: 'sk_live_', last_four: service.key.slice(-4) } });
    server.clock.advance(5_000);
    const reply = await act('rotate');
    const rotated = RotateKeyReply.parse(reply.body);
    expect(reply).toMatchObject({ status: 200, body: { service_id: service.id } });
    expect(rotated.api_key).toMatch(/^sk_live_[0-9a-f]{56}$/);
    expect(await sendStatus(service.key)).toBe(401);
    expect(await sendStatus(rotated.api_key)).toBe(201);
    expect((await listed()).key).toEqual({
      prefix: 'sk_live_',
      last_four: rotated.api_key.slice(-4),
      created_at: '2026-01-15T09:00:05.000Z',
    });
    server = await server.restart();
    expect(await sendStatus(service.key)).toBe(401);
    expect(await sendStatus(rotated.api_key)).toBe(201);
  });

  test('ends a wait of the old key with 401 and cuts its connection within a second', async () => {
    const { closed } = await waiting(await sent(server, service));
    await act('rotate');
    const { text, ms } = await closed;
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
    expect(ms).toBeLessThan(1_000);
  });
});

describe('revoke', () => {
  test('takes the key away, keeps the history, and can be undone only by a new key', async () => {
    const id = await sent(server, service);
    expect(await act('revoke')).toMatchObject({ status: 200, body: { status: 'revoked', key: null } });
    expect(await act('revoke')).toMatchObject({ status: 200, body: { status: 'revoked' } });
    expect(await sendStatus(service.key)).toBe(401);
    expect(await listed()).toMatchObject({ status: 'revoked', key: null });
    const read = await server.call('GET', `/api/v1/client/notifications/${id}`, { token: userToken });
    expect(read.body).toMatchObject({ id, service: { id: service.id } });
    for (const what of ['suspend', 'resume']) expect((await act(what)).status).toBe(422);
    const { api_key } = (await act('rotate')).body;
    expect(await sendStatus(String(api_key))).toBe(201);
    expect((await listed()).status).toBe('active');
  });

  test('closes within a second what the key has open: waits and idle connections, and nobody else’s', async () => {
    const other = await aService(server);
    const wait = await waiting(await sent(server, service));
    const idle = await keptAlive(service.key);
    const others = await keptAlive(other.key);
    const at = performance.now();
    await act('revoke');
    expect((await wait.closed).text).toContain('"code":"AUTH_INVALID_TOKEN"');
    await idle.closed;
    expect(performance.now() - at).toBeLessThan(1_000);
    expect(others.socket.destroyed).toBe(false);
    expect(await others.ask()).toMatch(/^HTTP\/1\.1 404 /);
    others.socket.destroy();
  });

  test('an answer given after it still reaches the service’s callback', async () => {
    const receiver = await aReceiver((response) => void response.end());
    service = await aService(server, { callback_url: receiver.url });
    const id = await sent(server, service);
    await act('revoke');
    await answered(server, id);
    await receiver.delivery(1);
    await receiver.stop();
  });

  /** A connection on which this key has asked for something that is not there, and which stays open after it. */
  async function keptAlive(key: string) {
    const socket = connect(server.port, '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    const path = '/api/v1/notifications/none';
    const head = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nauthorization: Bearer ${key}\r\n\r\n`;
    const ask = () =>
      new Promise<string>((resolve) => {
        socket.once('data', (part) => resolve(String(part)));
        socket.write(head);
      });
    await ask();
    return { socket, closed, ask };
  }
});

describe('suspend', () => {
  test('refuses sends with 403 SERVICE_SUSPENDED, nothing else, until it is resumed', async () => {
    const id = await sent(server, service);
    expect(await act('suspend')).toMatchObject({ status: 200, body: { status: 'suspended' } });
    expect(await act('suspend')).toMatchObject({ status: 200, body: { status: 'suspended' } });
    const refused = await server.call('POST', '/api/v1/notifications', { token: service.key, body: aNotification() });
    expect(refused).toMatchObject({ status: 403, body: { code: 'SERVICE_SUSPENDED' } });
    expect((await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key })).status).toBe(200);
    const body = { status: 'invalidated' };
    const withdrawn = await server.call('PATCH', `/api/v1/notifications/${id}`, { token: service.key, body });
    expect(withdrawn.status).toBe(200);
    server = await server.restart();
    expect((await listed()).status).toBe('suspended');
    const { api_key } = (await act('rotate')).body;
    expect(await sendStatus(String(api_key))).toBe(403);
    expect(await act('resume')).toMatchObject({ status: 200, body: { status: 'active' } });
    expect(await sendStatus(String(api_key))).toBe(201);
  });
});

test.each(['rotate', 'revoke', 'suspend', 'resume'])(
  '%s is for the administrator and for services that exist',
  async (what) => {
    expect((await act(what, service.id, service.key)).status).toBe(403);
    expect((await act(what, service.id, userToken)).status).toBe(403);
    expect(await act(what, 'none')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await sendStatus(service.key)).toBe(201);
  },
);
