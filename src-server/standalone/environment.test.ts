import { expect, test } from 'vitest';
import { noLimits, standardLimits } from '../limits/limits.ts';
import { defaultDataDir, readEnvironment } from './environment.ts';

test('nothing set means loopback, port 4680 and tokens to be made', () => {
  expect(readEnvironment({})).toEqual({
    ok: true,
    value: { host: '127.0.0.1', port: 4680, allowedHosts: [], limits: standardLimits },
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

test('limits are off, or those of the protocol with some replaced', () => {
  expect(readEnvironment({ ATP_LIMITS: 'off' })).toMatchObject({ value: { limits: noLimits } });
  const some = readEnvironment({ ATP_LIMITS: '{"sends_per_minute": 5000, "polls_per_minute": null}' });
  expect(some).toMatchObject({
    ok: true,
    value: { limits: { ...standardLimits, sends_per_minute: 5000, polls_per_minute: null } },
  });
});

test.each(['5', '[]', '{', 'on', '{"sends_per_minute":0}', '{"sends_per_minute":"5"}', '{"sends":5}'])(
  'ATP_LIMITS=%s is refused by name',
  (ATP_LIMITS) => {
    expect(readEnvironment({ ATP_LIMITS })).toMatchObject({ ok: false, error: expect.stringContaining('ATP_LIMITS') });
  },
);
