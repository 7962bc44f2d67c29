import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from '../keys/digest.ts';
import { openDatabase } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrations } from './migrations.ts';
import { openStore } from './store.ts';

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

test('data of the first version is brought to this one with everything in it', () => {
  const file = join(folder, 'old.db');
  const old = new DatabaseSync(file);
  old.exec(`${migrations[0]}; PRAGMA user_version = 1;`);
  old.exec(`INSERT INTO services VALUES ('s', 'Bot', 'bot', 'd', 'http://127.0.0.1/h', 'secret', NULL, 'plain', 0, 5)`);
  old.prepare('INSERT INTO service_keys VALUES (?, ?, ?)').run(digestOf('k'), 's', 6);
  const n = `'n', 's', 'created', 1, NULL, 1, 1, NULL, NULL, x'00', '{"context":{},"actions":[]}', NULL, NULL`;
  old.exec(`INSERT INTO notifications VALUES (1, ${n})`);
  old.exec(`INSERT INTO deliveries VALUES ('req_1', 'n', 's', x'00', 'pending', 3, 9, 500, NULL, 2)`);
  old.close();

  const store = openStore(file);
  expect(store.services.findByKey(digestOf('k'))).toMatchObject({
    id: 's',
    suspended: false,
    key: { lastFour: null, createdAt: 6 },
  });
  expect(store.notifications.find('n')).toMatchObject({ id: 'n', recipients: undefined, resume: undefined });
  expect(store.deliveries.find('req_1')).toMatchObject({
    kind: 'webhook',
    target: null,
    attempts: 3,
    scheduleFrom: 0,
    lastAt: null,
    createdAt: 2,
    place: 1,
  });
  expect(store.deliveries.due(9, { services: [], deliveries: [] }, 10)).toHaveLength(1);
  expect(store.users.list()).toEqual([]);
  store.close();
});
