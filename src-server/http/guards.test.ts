import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aService } from '../testing/builders.ts';
import { guardFault } from './guards.ts';

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await aServer();
  key = (await aService(server)).key;
});
afterAll(() => endServer(server));

/** A request with exactly these headers; `fetch` would not let us choose Host, Origin and Sec-Fetch-Site. */
function raw(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    outgoing.on('upgrade', (_reply, socket) => {
      socket.destroy();
      resolve(101);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

const upgrade = {
  connection: 'upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

const doors = () =>
  [
    ['GET', '/api/v1/health', {}, 200],
    ['GET', '/api/v1/client/notifications', { authorization: `Bearer ${userToken}` }, 200],
    ['GET', '/api/v1/admin/services', { authorization: `Bearer ${adminToken}` }, 200],
    ['POST', '/api/v1/notifications', { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, 400],
    ['GET', '/api/v1/client/stream', { authorization: `Bearer ${userToken}`, ...upgrade }, 101],
    ['GET', `/api/v1/client/stream?token=${userToken}`, upgrade, 101],
    ['GET', '/api/v1/client/notifications', { authorization: 'Bearer wrong' }, 401],
  ] as const;

const hosts = (port: number): [string, boolean][] => [
  [`127.0.0.1:${port}`, true],
  [`localhost:${port}`, true],
  [`LOCALHOST:${port}`, true],
  [`[::1]:${port}`, true],
  [`127.0.0.1:${port + 1}`, false],
  ['127.0.0.1', false],
  ['localhost', false],
  [`evil.example:${port}`, false],
  [`localhost.evil.example:${port}`, false],
  [`127.0.0.1.nip.io:${port}`, false],
  [`192.168.1.2:${port}`, false],
  [`0.0.0.0:${port}`, false],
  [`user@localhost:${port}`, false],
  [`localhost:${port}:1`, false],
];
const origins: [string | undefined, boolean][] = [
  [undefined, true],
  ['null', false],
  ['https://evil.example', false],
  ['http://localhost:3000', false],
  ['', false],
  ['file://', false],
  ['chrome-extension://abc', false],
];
const sites: [string | undefined, boolean][] = [
  [undefined, true],
  ['none', true],
  ['same-origin', false],
  ['same-site', false],
  ['cross-site', false],
  ['', false],
];

describe('every door × Host × Origin × Sec-Fetch-Site', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])(
    'door %i lets in only what is right in all three, before authentication',
    async (n) => {
      const [method, path, headers, right] = doors()[n] as ReturnType<typeof doors>[number];
      for (const [host, hostRight] of hosts(server.port)) {
        for (const [origin, originRight] of origins) {
          for (const [site, siteRight] of sites) {
            const status = await raw(method, path, {
              ...headers,
              host,
              ...(origin === undefined ? {} : { origin }),
              ...(site === undefined ? {} : { 'sec-fetch-site': site }),
            });
            const wanted = hostRight && originRight && siteRight ? right : 403;
            expect([host, origin, site, status]).toEqual([host, origin, site, wanted]);
          }
        }
      }
    },
  );
});

test('a request without a Host is turned away', () => {
  const rule = { onLoopback: true, port: 4680, allowedHosts: [] };
  for (const headers of [{}, { host: '' }, { host: ' ' }]) {
    expect(guardFault({ method: 'GET', headers }, rule)).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' });
  }
});

test('no reply carries a CORS header', async () => {
  for (const method of ['GET', 'OPTIONS', 'POST']) {
    const reply = await server.call(method, '/api/v1/client/notifications', { token: userToken });
    for (const [name] of reply.headers) expect(name).not.toMatch(/^access-control-/);
  }
});

describe('off loopback', () => {
  const rule = { onLoopback: false, port: 4680, allowedHosts: ['atp.example.com'] };
  const allowed = (host: string) => guardFault({ method: 'GET', headers: { host } }, rule) === undefined;

  test('names must be listed; addresses cannot be rebound and are let in', () => {
    expect(allowed('atp.example.com')).toBe(true);
    expect(allowed('ATP.example.com:443')).toBe(true);
    expect(allowed('10.1.2.3:4680')).toBe(true);
    expect(allowed('[2001:db8::1]:4680')).toBe(true);
    expect(allowed('evil.example')).toBe(false);
    expect(allowed('localhost:4680')).toBe(false);
    expect(allowed('atp.example.com.evil.example')).toBe(false);
  });
});
