import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrations } from './migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atp-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('is in WAL mode with synchronous=FULL and foreign keys', () => {
  const { sqlite, close } = openDatabase(join(folder, 'a.db'));
  const pragma = (name: string) => Object.values(sqlite.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
  expect(pragma('user_version')).toBe(migrations.length);
  close();
});

test('a transaction that throws leaves nothing behind', () => {
  const { sqlite, transaction, close } = openDatabase(join(folder, 'a.db'));
  expect(() =>
    transaction(() => {
      sqlite.exec("INSERT INTO settings VALUES ('port', '1')");
      transaction(() => sqlite.exec("INSERT INTO settings VALUES ('other', '1')"));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(sqlite.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 0 });
  close();
});

test('data of a newer program is not touched', () => {
  const file = join(folder, 'a.db');
  const { sqlite, close } = openDatabase(file);
  sqlite.exec('PRAGMA user_version = 999');
  close();
  expect(() => openDatabase(file)).toThrow('999');
});

test('a folder has one server; the lock goes with its holder', () => {
  const unlock = lockFolder(join(folder, 'atp.lock'));
  expect(() => lockFolder(join(folder, 'atp.lock'))).toThrow('Another server');
  unlock();
  lockFolder(join(folder, 'atp.lock'))();
});
