import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FakeProtection } from '#main/testing/fake-protection';
import { AccountId } from '#shared/inbox/item-key';
import { TokenVault } from './token-vault.ts';

const now = Date.parse('2026-01-15T09:00:00Z');
const [work, home] = ['work', 'home'].map((id) => AccountId.parse(id)) as [AccountId, AccountId];
const secret = 'user_canary_0123456789';

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'triage-vault-'));
  const protection = new FakeProtection();
  const open = () => TokenVault.open(folder, protection, now).vault;
  const onDisk = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return { folder, protection, open, onDisk };
}

test('a token is kept encrypted, in a file for this user only, and found after a restart', () => {
  const { folder, open, onDisk } = setUp();
  expect(open().keep(work, secret, false)).toBe('encrypted');
  expect(statSync(join(folder, 'tokens.json')).mode & 0o777).toBe(0o600);
  expect(onDisk().join()).not.toContain(secret);
  expect(open().find(work)).toEqual({ token: secret, kept: 'encrypted' });
});

test('without protection a token lives as long as the app, and never touches the disk', () => {
  const { protection, open, onDisk } = setUp();
  protection.isThere = false;
  const vault = open();
  expect(vault.protection).toBe('none');
  expect(vault.keep(work, secret, false)).toBe('session');
  expect(vault.find(work)).toEqual({ token: secret, kept: 'session' });
  expect(onDisk().join()).not.toContain(secret);
  expect(open().find(work)).toEqual({ token: undefined, kept: 'missing' });
});

test('without protection a token is kept readable only when that was agreed to', () => {
  const { protection, open } = setUp();
  protection.isThere = false;
  expect(open().keep(work, secret, true)).toBe('readable');
  expect(open().find(work)).toEqual({ token: secret, kept: 'readable' });
});

test('agreeing to readable does not undo a protection that is there', () => {
  const { open, onDisk } = setUp();
  expect(open().keep(work, secret, true)).toBe('encrypted');
  expect(onDisk().join()).not.toContain(secret);
});

test('a token that cannot be decrypted any more is missing, and stays where it is for the day it can', () => {
  const { protection, open } = setUp();
  open().keep(work, secret, false);
  protection.key = 'another';
  expect(open().find(work)).toEqual({ token: undefined, kept: 'missing' });
  protection.key = 'a';
  expect(open().find(work)).toEqual({ token: secret, kept: 'encrypted' });
});

test('an encrypted token gives way to one for this session', () => {
  const { protection, open } = setUp();
  open().keep(work, 'old', false);
  protection.isThere = false;
  const vault = open();
  expect(vault.keep(work, secret, false)).toBe('session');
  protection.isThere = true;
  expect(open().find(work)).toEqual({ token: undefined, kept: 'missing' });
});

test('a token is forgotten alone, in memory and on disk', () => {
  const { open } = setUp();
  const vault = open();
  vault.keep(work, secret, false);
  vault.keep(home, 'other', false);
  vault.forget(work);
  expect(vault.find(work).token).toBeUndefined();
  expect(open().find(work).token).toBeUndefined();
  expect(open().find(home).token).toBe('other');
});

test('what a newer version has written beside the tokens survives', () => {
  const { folder, open } = setUp();
  writeFileSync(join(folder, 'tokens.json'), '{"future":1,"tokens":{"home":{"readable":"x","note":"kept"}}}');
  open().keep(work, secret, false);
  const file = JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8'));
  expect(file).toMatchObject({ future: 1, tokens: { home: { readable: 'x', note: 'kept' } } });
});

test.each(['{', '[]', '{"tokens":{"work":{"encrypted":5}}}'])(
  'a damaged file (%s) is set aside and said',
  (content) => {
    const { folder, protection } = setUp();
    writeFileSync(join(folder, 'tokens.json'), content);
    const { vault, warning } = TokenVault.open(folder, protection, now);
    expect(warning?.id).toBe('tokens-damaged');
    expect(vault.find(work).token).toBeUndefined();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^tokens\.json\.damaged-/)]);
  },
);
