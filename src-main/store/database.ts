import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { setAside } from '#main/files/json-file';

export type Database = InstanceType<typeof DatabaseSync>;

/** How a database file of ours is opened. `steps[n]` brings a file from version n to n + 1. */
export type DatabaseKind = {
  synchronous: 'NORMAL' | 'FULL';
  steps: readonly string[];
  /** Files up to this size are read through at the start, so that damage is found before it is met. */
  checkedUpToBytes: number;
};

/** The database, and where a damaged file was kept when it had to be started anew. */
export type OpenedDatabase = { database: Database; setAside: string | undefined };

/** Opens a database of ours; a file that does not open is set aside and a new one is begun (design.md 3, Store). */
export function openDatabase(path: string, kind: DatabaseKind, now: number): OpenedDatabase {
  if (path === ':memory:') return { database: open(path, kind), setAside: undefined };
  mkdirSync(dirname(path), { recursive: true });
  try {
    return { database: open(path, kind), setAside: undefined };
  } catch (thrown) {
    if (!isDamage(thrown) || !existsSync(path)) throw thrown;
    const kept = setAside(path, now);
    for (const tail of ['-wal', '-shm']) {
      if (existsSync(path + tail)) renameSync(path + tail, kept + tail);
    }
    return { database: open(path, kind), setAside: kept };
  }
}

class DamagedDatabase extends Error {}

function open(path: string, { synchronous, steps, checkedUpToBytes }: DatabaseKind): Database {
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA busy_timeout = 2000;`);
    const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
    check(database, size <= checkedUpToBytes);
    upgrade(database, steps);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function check(database: Database, thoroughly: boolean): void {
  database.prepare('SELECT count(*) FROM sqlite_master').get(); // reads the schema, whatever the size
  if (!thoroughly) return;
  const found = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (found.quick_check !== 'ok') throw new DamagedDatabase(found.quick_check);
}

function upgrade(database: Database, steps: readonly string[]): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > steps.length) throw new DamagedDatabase(`written by a newer version of this app (${version})`);
  for (const [index, sql] of steps.entries()) {
    if (index < version) continue;
    transaction(database, () => {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** SQLite's codes for a file that is at fault itself, and not the disk or the rights to it. */
const corrupt = 11;
const notADatabase = 26;

function isDamage(thrown: unknown): boolean {
  if (thrown instanceof DamagedDatabase) return true;
  if (!(thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number')) return false;
  const primary = thrown.errcode & 0xff; // the higher bits tell the kinds of it apart
  return primary === corrupt || primary === notADatabase;
}

/** Runs statements as one: all of them count, or none. */
export function transaction<T>(database: Database, run: () => T): T {
  if (database.isTransaction) return run();
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = run();
    database.exec('COMMIT');
    return value;
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}
