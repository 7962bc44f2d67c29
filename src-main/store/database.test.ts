import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeWhole, openDatabase, type RawDatabase, transaction } from './database.ts';
import { NewerDatabase } from './sqlite-faults.ts';

const now = Date.parse('2026-01-15T09:00:00Z');
const kind = {
  synchronous: 'FULL',
  steps: ['CREATE TABLE one (a INTEGER) STRICT'],
  checkedUpToBytes: 1_000_000,
} as const;
const aPath = () => join(mkdtempSync(join(tmpdir(), 'triage-db-')), 'test.db');

/** Many rows, all of them in the main file and none in the log beside it. */
function fill(database: RawDatabase): void {
  transaction(database, () => {
    for (let n = 0; n < 5_000; n++) database.exec(`INSERT INTO one VALUES (${n})`);
  });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

test('opens with write-ahead log and the wanted durability', () => {
  const { database } = openDatabase(aPath(), kind, now);
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
});

test('upgrades step by step, and what was stored stays', () => {
  const path = aPath();
  const first = openDatabase(path, kind, now).database;
  first.exec('INSERT INTO one VALUES (7)');
  first.close();
  const steps = [...kind.steps, 'ALTER TABLE one ADD COLUMN b INTEGER', 'UPDATE one SET b = a * 2'];
  const { database, setAside } = openDatabase(path, { ...kind, steps }, now);
  expect(database.prepare('SELECT a, b FROM one').all()).toEqual([{ a: 7, b: 14 }]);
  expect(setAside).toBeUndefined();
});

test('a step that fails leaves the old version whole', () => {
  const path = aPath();
  openDatabase(path, kind, now).database.close();
  const steps = [...kind.steps, 'CREATE TABLE two (a INTEGER); INSERT INTO nowhere VALUES (1)'];
  expect(() => openDatabase(path, { ...kind, steps }, now)).toThrow(/nowhere/);
  const { database } = openDatabase(path, kind, now);
  expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'two'").get()).toBeUndefined();
});

test('a file of a newer version is left as it is, to the byte', () => {
  const path = aPath();
  closeWhole(openDatabase(path, { ...kind, steps: [...kind.steps, 'SELECT 1'] }, now).database);
  const before = readFileSync(path);
  expect(() => openDatabase(path, kind, now)).toThrow(NewerDatabase);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(join(path, '..')).filter((name) => name.includes('damaged'))).toEqual([]);
});

test.each([
  ['no database at all', 'this is no database, but long enough to look like something that once was a file'.repeat(20)],
  ['empty', ''],
])('a file that is %s is set aside and begun anew', (_what, content) => {
  const path = aPath();
  writeFileSync(path, content);
  const { database, setAside } = openDatabase(path, kind, now);
  expect(setAside).toBe(`${path}.damaged-2026-01-15T09-00-00-000Z`);
  expect(readdirSync(join(path, '..'))).toContain('test.db.damaged-2026-01-15T09-00-00-000Z');
  database.exec('INSERT INTO one VALUES (1)');
});

test.each([
  ['its first page', (bytes: Buffer) => bytes.fill(7, 100, 4_000)],
  ['a later page', (bytes: Buffer) => bytes.fill(7, 8_192, 12_000)],
  ['everything', (bytes: Buffer) => bytes.fill(0)],
])('damage of %s is found at the start', (_what, damage) => {
  const path = aPath();
  const { database } = openDatabase(path, kind, now);
  fill(database);
  database.close();
  const bytes = readFileSync(path);
  damage(bytes);
  writeFileSync(path, bytes);
  const again = openDatabase(path, kind, now);
  expect(again.setAside).toBeDefined();
  expect(again.database.prepare('SELECT count(*) AS n FROM one').get()).toEqual({ n: 0 });
});

test('no file is a new database, and a cut one is set aside', () => {
  expect(openDatabase(aPath(), kind, now).setAside).toBeUndefined();
  const cut = aPath();
  const { database } = openDatabase(cut, kind, now);
  fill(database);
  database.close();
  truncateSync(cut, 6_000);
  expect(openDatabase(cut, kind, now).setAside).toBeDefined();
});

test('a transaction counts whole or not at all', () => {
  const { database } = openDatabase(aPath(), kind, now);
  const failing = () =>
    transaction(database, () => {
      database.exec('INSERT INTO one VALUES (1)');
      throw new Error('stop');
    });
  expect(failing).toThrow('stop');
  expect(database.prepare('SELECT count(*) AS n FROM one').get()).toEqual({ n: 0 });
});
