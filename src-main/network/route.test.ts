import fc from 'fast-check';
import { expect, test } from 'vitest';
import { direct, nameOf, ProxyUrl, routesOfPac } from './route.ts';

const via = (kind: string, host: string, port: number) => ({ by: 'proxy', proxy: { kind, host, port } });

test.each([
  ['DIRECT', [direct]],
  ['PROXY a:3128; SOCKS5 b:1081; DIRECT', [via('http', 'a', 3128), via('socks5', 'b', 1081), direct]],
  ['proxy A.Example', [via('http', 'a.example', 80)]],
  ['HTTPS a; SOCKS b; SOCKS4 c:1', [via('https', 'a', 443), via('socks4', 'b', 1080), via('socks4', 'c', 1)]],
  ['PROXY [2001:db8::1]:8080', [via('http', '2001:db8::1', 8080)]],
  ['  PROXY  a:1 ;; ', [via('http', 'a', 1)]],
  ['QUIC a:1; PROXY b:2', [via('http', 'b', 2)]],
  ['', []],
  ['DIRECT a:1', []],
  ['PROXY a:0; PROXY a:65536; PROXY a:x; PROXY a:1 b:2; PROXY u:p@a:1', []],
])('the system’s answer "%s"', (answer, routes) => {
  expect(routesOfPac(answer)).toEqual(routes);
});

test('no answer gives a direct way that does not say so', () => {
  const word = fc.constantFrom('DIRECT', 'PROXY', 'SOCKS5', 'a:1', ';', ' ', '[::1]:2', 'x');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (answer) => {
        const isDirect = routesOfPac(answer).some(({ by }) => by === 'direct');
        expect(isDirect).toBe(answer.split(';').some((entry) => entry.trim().toUpperCase() === 'DIRECT'));
      },
    ),
  );
});

test.each([
  ['http://proxy:3128', { kind: 'http', host: 'proxy', port: 3128 }],
  ['proxy:3128', { kind: 'http', host: 'proxy', port: 3128 }],
  ['http://proxy:80/', { kind: 'http', host: 'proxy', port: 80 }],
  ['https://proxy', { kind: 'https', host: 'proxy', port: 443 }],
  ['socks5h://[::1]:9050', { kind: 'socks5', host: '::1', port: 9050 }],
  ['socks4a://proxy', { kind: 'socks4', host: 'proxy', port: 1080 }],
])('the proxy %s', (text, proxy) => {
  expect(ProxyUrl.parse(text)).toEqual(proxy);
});

test('name and password are taken out of a proxy’s URL, and never shown', () => {
  const proxy = ProxyUrl.parse('http://ada:p%40ss%3A1@proxy:3128');
  expect(proxy).toEqual({ kind: 'http', host: 'proxy', port: 3128, credentials: { name: 'ada', password: 'p@ss:1' } });
  expect(nameOf(proxy)).toBe('proxy:3128');
});

test.each(['gopher://proxy', 'http://', 'http://proxy:99999', 'http://a b'])('%s is no proxy', (text) => {
  expect(ProxyUrl.safeParse(text).success).toBe(false);
});
