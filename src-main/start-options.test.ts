import { describe, expect, test } from 'vitest';
import { accountIdOfUrl, linkIn, parseLink, readStartOptions } from './start-options.ts';

const start = (changes: object = {}) =>
  readStartOptions({
    argv: ['electron', '.'],
    env: {},
    platform: 'linux',
    home: '/home/ada',
    isPackaged: false,
    ...changes,
  });

describe('the data folder', () => {
  test.each([
    ['linux', {}, '/home/ada/.config/triage-inbox'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/triage-inbox'],
    ['darwin', {}, '/home/ada/Library/Application Support/Triage Inbox'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Triage Inbox'],
    ['linux', { TRIAGE_DATA_DIR: '/data/x' }, '/data/x'],
    ['linux', { TRIAGE_DATA_DIR: '' }, '/home/ada/.config/triage-inbox'],
  ])('on %s with %o', (platform, env, folder) => {
    expect(start({ platform, env }).dataFolder).toBe(folder);
  });
});

test('ATP_LIMITS is handed on as it was given', () => {
  expect(start({ env: { ATP_LIMITS: 'off' } }).serverLimits).toBe('off');
  expect(start().serverLimits).toBeUndefined();
});

test('TRIAGE_LANGUAGE names a language of ours, or one for tests; others are none', () => {
  const named = (TRIAGE_LANGUAGE: string) => start({ env: { TRIAGE_LANGUAGE } }).language;
  expect(['de', 'pseudo', 'pseudo-rtl', 'tlh', ''].map(named)).toEqual([
    'de',
    'pseudo',
    'pseudo-rtl',
    undefined,
    undefined,
  ]);
});

test('TRIAGE_CA_FILE and NODE_EXTRA_CA_CERTS name certificate files', () => {
  const env = { TRIAGE_CA_FILE: '/ours.pem', NODE_EXTRA_CA_CERTS: '/extra.pem' };
  expect(start({ env }).network.certificateFiles).toEqual(['/extra.pem', '/ours.pem']);
  expect(start({ env: { TRIAGE_CA_FILE: '' } }).network.certificateFiles).toEqual([]);
});

test('--hidden starts in the tray', () => {
  expect(start({ argv: ['electron', '.', '--hidden'] }).hidden).toBe(true);
  expect(start().hidden).toBe(false);
});

test('an account for this run needs both a URL and a token', () => {
  const both = { TRIAGE_SERVER_URL: 'https://me:pw@triage.example/', TRIAGE_SERVER_TOKEN: 'secret' };
  const { runAccount } = start({ env: both });
  expect(runAccount).toMatchObject({ url: 'https://triage.example', token: 'secret' });
  expect(runAccount?.id).not.toContain('secret');
  expect(start({ env: { TRIAGE_SERVER_URL: 'https://triage.example' } }).runAccount).toBeUndefined();
  expect(start({ env: { ...both, TRIAGE_SERVER_URL: 'file:///etc' } }).runAccount).toBeUndefined();
});

test('the same URL is the same account in every run, other URLs are others', () => {
  expect(accountIdOfUrl('https://a.example/')).toBe(accountIdOfUrl('https://a.example'));
  expect(accountIdOfUrl('https://a.example:8443')).not.toBe(accountIdOfUrl('https://a.example'));
  expect(accountIdOfUrl('http://[::1]:4680')).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
});

test('a packaged app knows no development server', () => {
  const env = { TRIAGE_DEV_SERVER_URL: 'http://localhost:5173' };
  expect(start({ env }).devServerUrl).toBe('http://localhost:5173');
  expect(start({ env, isPackaged: true }).devServerUrl).toBeUndefined();
});

test.each([
  ['triage-inbox://notification/5f0c1c52', { id: '5f0c1c52', account: undefined }],
  ['triage-inbox://notification/a%2Fb?account=local', { id: 'a/b', account: 'local' }],
  ['triage-inbox://notification/', undefined],
  ['triage-inbox://notification/x?account=%2F', undefined],
  ['triage-inbox://answer/x?action=ship', undefined],
  ['triage-inbox://notification/%E0%A4%A', undefined],
  ['https://notification/x', undefined],
])('the link %s', (text, link) => {
  expect(parseLink(text)).toEqual(link);
});

test('the last link on the command line counts', () => {
  expect(linkIn(['x', 'triage-inbox://notification/a', '--y', 'triage-inbox://notification/b'])?.id).toBe('b');
  expect(linkIn(['x'])).toBeUndefined();
});
