import { describe, expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';
import { readNetworkEnvironment, routesOfEnvironment } from './network-environment.ts';
import { nameOf } from './route.ts';

function wayTo(url: string, env: Record<string, string>): string {
  const [route, ...others] = routesOfEnvironment(new URL(url), readNetworkEnvironment(env));
  expect(others).toEqual([]);
  if (!route) return 'none';
  return route.by === 'direct' ? 'direct' : nameOf(route.proxy);
}

describe('the environment names the proxy', () => {
  test.each([
    ['https://a.test', {}, 'direct'],
    ['https://a.test', { HTTPS_PROXY: 'http://p:1' }, 'p:1'],
    ['http://a.test', { HTTPS_PROXY: 'http://p:1' }, 'direct'],
    ['http://a.test', { HTTP_PROXY: 'p:2', HTTPS_PROXY: 'p:1' }, 'p:2'],
    ['http://a.test', { ALL_PROXY: 'socks5://p:3' }, 'p:3'],
    ['https://a.test', { ALL_PROXY: 'socks5://p:3', https_proxy: 'p:1' }, 'p:1'],
    ['https://a.test', { HTTPS_PROXY: 'p:1', https_proxy: 'p:4' }, 'p:4'],
    ['https://a.test', { HTTPS_PROXY: '' }, 'direct'],
    ['https://a.test', { HTTPS_PROXY: 'nonsense://p' }, 'none'],
  ])('to %s with %o', (url, env, way) => {
    expect(wayTo(url, env)).toBe(way);
  });
});

describe('NO_PROXY', () => {
  test.each([
    ['a.test', 'https://a.test', true],
    ['a.test', 'https://b.a.test', true],
    ['.a.test', 'https://b.a.test', true],
    ['*.a.test', 'https://b.a.test', true],
    ['a.test', 'https://ba.test', false],
    ['other, A.Test', 'https://a.test', true],
    ['a.test:443', 'https://a.test', true],
    ['a.test:8443', 'https://a.test', false],
    ['*', 'https://a.test', true],
    ['10.0.0.1', 'https://10.0.0.1:9', true],
    ['2001:db8::1', 'https://[2001:db8::1]', true],
    ['', 'https://a.test', false],
  ])('"%s" and %s', (noProxy, url, isDirect) => {
    expect(wayTo(url, { HTTPS_PROXY: 'p:1', NO_PROXY: noProxy })).toBe(isDirect ? 'direct' : 'p:1');
  });
});

test.each([
  ['localhost', true],
  ['LOCALHOST.', true],
  ['app.localhost', true],
  ['127.0.0.1', true],
  ['127.9.8.7', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['localhost.evil.test', false],
  ['127.0.0.1.evil.test', false],
  ['notlocalhost', false],
])('%s is this machine: %s', (hostname, is) => {
  expect(isLoopback(hostname)).toBe(is);
});
