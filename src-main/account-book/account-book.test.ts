import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AccountId, localAccount } from '#shared/inbox/item-key';
import { AccountBook, type AddedAccount } from './account-book.ts';

const now = Date.parse('2026-01-15T09:00:00Z');
const addedAt = new Date(now).toISOString();
const aFolder = () => mkdtempSync(join(tmpdir(), 'triage-book-'));
const open = (folder: string) => AccountBook.open(folder, now).book;

function anAccount(id: string, over: Partial<AddedAccount> = {}): AddedAccount {
  const url = `https://${id}.example`;
  return { id: AccountId.parse(id), url, name: id, colour: 'teal', paused: false, addedAt, ...over };
}

test('what was added and changed is there at the next start, in its order', () => {
  const folder = aFolder();
  const book = open(folder);
  expect(book.local).toMatchObject({ name: 'This computer' });
  book.add(anAccount('work'));
  book.add(anAccount('home'));
  expect(book.change(AccountId.parse('work'), { name: 'Office', colour: 'pink', paused: true }).ok).toBe(true);
  book.change(localAccount, { name: 'My laptop' });
  const again = open(folder);
  expect(again.local.name).toBe('My laptop');
  expect(again.added).toEqual([anAccount('work', { name: 'Office', colour: 'pink', paused: true }), anAccount('home')]);
});

test('a removed account is still to be erased until that was done, and is remembered while its history is', () => {
  const folder = aFolder();
  const book = open(folder);
  for (const id of ['kept', 'erased']) book.add(anAccount(id));
  book.remove(AccountId.parse('kept'), true, addedAt);
  book.remove(AccountId.parse('erased'), false, addedAt);
  expect(open(folder).added).toEqual([]);
  expect(open(folder).toErase.map(({ id }) => id)).toEqual(['kept', 'erased']);
  for (const id of ['kept', 'erased']) book.erased(AccountId.parse(id));
  expect(open(folder).toErase).toEqual([]);
  expect(open(folder).former).toEqual([{ id: 'kept', name: 'kept' }]);
  expect(readFileSync(join(folder, 'accounts.json'), 'utf8')).not.toContain('erased.example');
});

test('the server that comes with the app cannot be removed', () => {
  const book = open(aFolder());
  book.remove(localAccount, false, addedAt);
  expect(book.toErase).toEqual([]);
  expect(book.local.name).toBe('This computer');
});

test('fields of a newer version survive a change, an unknown colour does not stop the book', () => {
  const folder = aFolder();
  const path = join(folder, 'accounts.json');
  writeFileSync(path, JSON.stringify({ future: 1, accounts: [{ ...anAccount('work'), colour: 'gold', sync: 'x' }] }));
  const book = open(folder);
  expect(book.added[0]?.colour).toBe('grey');
  book.change(AccountId.parse('work'), { paused: true });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ future: 1, accounts: [{ sync: 'x', paused: true }] });
});

test.each(['{', '[]', '{"accounts":[{"id":"a/b"}]}'])('a damaged file (%s) is set aside and said', (content) => {
  const folder = aFolder();
  writeFileSync(join(folder, 'accounts.json'), content);
  const { book, warning } = AccountBook.open(folder, now);
  expect(warning?.id).toBe('accounts-damaged');
  expect(book.added).toEqual([]);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^accounts\.json\.damaged-/)]);
});

test('a change that the disk does not take does not count', () => {
  const folder = aFolder();
  const book = open(folder);
  mkdirSync(join(folder, 'accounts.json')); // a folder in the way: root ignores file modes
  expect(book.add(anAccount('work'))).toMatchObject({ ok: false, error: { code: 'account/not-saved' } });
  expect(book.added).toEqual([]);
  rmSync(join(folder, 'accounts.json'), { recursive: true });
  expect(book.add(anAccount('work')).ok).toBe(true);
});
