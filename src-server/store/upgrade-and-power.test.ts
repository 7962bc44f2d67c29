import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from './database.ts';
import { migrations } from './migrations.ts';

/** Every connection tells of each step of each statement while somebody listens. */
const hook = vi.hoisted((): { onStep: (() => void) | undefined } => ({ onStep: undefined }));
vi.mock('@photostructure/sqlite', async (original) => {
  const real = await original<typeof import('@photostructure/sqlite')>();
  class WatchedDatabase extends real.DatabaseSync {
    constructor(path: string) {
      super(path);
      if (!hook.onStep) return;
      this.setAuthorizer(() => {
        hook.onStep?.();
        return real.constants.SQLITE_OK;
      });
    }
  }
  return { ...real, DatabaseSync: WatchedDatabase };
});

const walHeader = 32;
const frameBytes = 24 + 4096;

let folder: string;
let made = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atp-upgrade-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const aFile = () => join(folder, `${++made}.db`);

/** A file as an earlier version wrote it (6b2bf14 wrote 1, d811470 writes 2), with a question and its answer on the way. */
function fileOf(version: number): string {
  const file = aFile();
  const old = new DatabaseSync(file);
  old.exec(`PRAGMA journal_mode = WAL; ${migrations.slice(0, version).join(';')}; PRAGMA user_version = ${version};
    INSERT INTO services (id, name, name_key, description, webhook_secret, signature_scheme, local, created_at)
      VALUES ('s', 'Bot', 'bot', 'd', 'secret', 'plain', 0, 5);
    INSERT INTO notifications (id, service_id, status, status_at, sent_at, created_at, content_digest, body)
      VALUES ('n', 's', 'responded', 1, 1, 1, x'00', '{"context":{},"actions":[]}');
    INSERT INTO deliveries (request_id, notification_id, service_id, body, state, attempts, next_at, created_at)
      VALUES ('req_1', 'n', 's', x'00', 'pending', 3, 9, 2);
    PRAGMA wal_checkpoint(TRUNCATE);`);
  return file;
}

const versionOf = (database: Pick<DatabaseSyncInstance, 'prepare'>) =>
  Number(database.prepare('PRAGMA user_version').get()?.user_version);
const contentOf = (database: Pick<DatabaseSyncInstance, 'prepare'>) =>
  ['services', 'notifications', 'deliveries'].map((table) =>
    database
      .prepare(`SELECT id FROM ${table}`.replace('id FROM deliveries', 'request_id, attempts, next_at FROM deliveries'))
      .all(),
  );

test('an upgrade that is killed at any statement leaves the old version or the new one, and goes on at the next start', () => {
  const file = fileOf(1);
  const before = contentOf(new DatabaseSync(file));
  const leftBehind: string[] = [];
  hook.onStep = () => {
    const copy = aFile();
    for (const tail of ['', '-wal']) if (existsSync(file + tail)) copyFileSync(file + tail, copy + tail);
    leftBehind.push(copy);
  };
  const upgraded = openDatabase(file);
  hook.onStep = undefined;
  upgraded.close();
  expect(leftBehind.length).toBeGreaterThan(30);
  const versions = new Set<number>();
  for (const killed of [...leftBehind, file]) {
    const found = new DatabaseSync(killed);
    versions.add(versionOf(found));
    expect(contentOf(found)).toEqual(before);
    found.close();
    const again = openDatabase(killed);
    expect(versionOf(again.sqlite)).toBe(migrations.length);
    expect(contentOf(again.sqlite)).toEqual(before);
    again.close();
  }
  expect([...versions].toSorted()).toEqual(migrations.map((_, index) => index + 1));
});

test('power lost at any moment: what was committed up to some moment is there, and nothing after it', () => {
  const file = aFile();
  const { sqlite } = openDatabase(file);
  const committedAt: number[] = [];
  for (let n = 0; n < 40; n++) {
    sqlite.prepare('INSERT INTO settings VALUES (?, ?)').run(String(n).padStart(3, '0'), 'x'.repeat(n * 100));
    committedAt.push(statSync(`${file}-wal`).size);
  }
  const wal = readFileSync(`${file}-wal`);
  for (let length = walHeader; length <= wal.length; length += frameBytes) {
    const cut = aFile();
    copyFileSync(file, cut);
    writeFileSync(`${cut}-wal`, wal.subarray(0, length));
    const after = openDatabase(cut);
    const names = after.sqlite
      .prepare('SELECT name FROM settings ORDER BY name')
      .all()
      .map((row) => Number((row as { name: string }).name));
    expect(names).toEqual(names.map((_, index) => index));
    expect(names.length).toBeGreaterThanOrEqual(committedAt.filter((size) => size <= length).length);
    after.close();
  }
});
