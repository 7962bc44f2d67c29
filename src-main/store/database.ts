import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { setAside } from '#main/files/json-file';

export type Database = InstanceType<typeof DatabaseSync>;

/** How a database file of ours is opened. `steps[n]` brings a file from version n to n + 1. */
export type DatabaseKind = {
  synchronous: 'NORMAL' | 'FULL';
  steps: readonly string[];
  /** Reads every page at the start: for small files that must not be damaged unnoticed. */
  checked?: boolean;
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

function open(path: string, { synchronous, steps, checked }: DatabaseKind): Database {
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA busy_timeout = 2000;`);
    if (checked) check(database);
    upgrade(database, steps);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function check(database: Database): void {
  const found = database.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string };
  if (found.integrity_check !== 'ok') throw new DamagedDatabase(found.integrity_check);
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

/** SQLITE_CORRUPT and SQLITE_NOTADB: the file is at fault, not the disk or the rights to it. */
function isDamage(thrown: unknown): boolean {
  if (thrown instanceof DamagedDatabase) return true;
  return thrown instanceof Error && /malformed|not a database|file is encrypted/i.test(thrown.message);
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
