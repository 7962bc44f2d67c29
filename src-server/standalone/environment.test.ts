import { expect, test } from 'vitest';
import { defaultDataDir, readEnvironment } from './environment.ts';

test('nothing set means loopback, port 4680 and tokens to be made', () => {
  expect(readEnvironment({})).toEqual({
    ok: true,
    value: { host: '127.0.0.1', port: 4680, allowedHosts: [] },
  });
});

test('everything can be set; empty counts as missing', () => {
  const read = readEnvironment({
    ATP_HOST: '0.0.0.0',
    ATP_PORT: '0',
    ATP_DATA_DIR: '/data',
    ATP_ADMIN_TOKEN: 'a'.repeat(16),
    ATP_USER_TOKEN: '',
    ATP_ALLOWED_HOSTS: 'atp.example.com, inbox.example.com,',
  });
  expect(read).toMatchObject({
    ok: true,
    value: { host: '0.0.0.0', port: 0, dataDir: '/data', allowedHosts: ['atp.example.com', 'inbox.example.com'] },
  });
});

test.each([
  { ATP_PORT: 'http' },
  { ATP_PORT: '70000' },
  { ATP_ADMIN_TOKEN: 'short' },
  { ATP_USER_TOKEN: 'with a space in it' },
])('%o is refused by name', (env) => {
  expect(readEnvironment(env)).toMatchObject({ ok: false, error: expect.stringContaining(Object.keys(env)[0] ?? '') });
});

test('the data folder is the usual place of each system', () => {
  expect(defaultDataDir('linux', {}, '/home/a')).toBe('/home/a/.local/share/atp-server');
  expect(defaultDataDir('linux', { XDG_DATA_HOME: '/x' }, '/home/a')).toBe('/x/atp-server');
  expect(defaultDataDir('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/atp-server');
});
