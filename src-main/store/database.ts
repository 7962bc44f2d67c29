import { accessSync, constants, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { setAside } from '#main/files/json-file';
import { DamagedDatabase, isAboutIndex, isDamage, NewerDatabase } from './sqlite-faults.ts';

/** One connection to one file. */
export type RawDatabase = InstanceType<typeof DatabaseSync>;

export type Statement = Pick<StatementSyncInstance, 'run' | 'get' | 'all'>;

/** What the stores need of a database. `transaction`: all of it counts, or nothing; inside another one it joins that one. */
export interface Database {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  transaction<T>(run: () => T): T;
  close(): void;
}

/** How a database file of ours is opened. `steps[n]` brings a file from version n to n + 1. */
export type DatabaseKind = {
  synchronous: 'NORMAL' | 'FULL';
  steps: readonly string[];
  /** Files up to this size are read through at the start, so that damage is found before it is met. */
  checkedUpToBytes: number;
  /** Begins an index anew whose content stands elsewhere in the file: damage to it alone costs nothing else. */
  indexAnew?: string;
};

/** The database, and where a damaged file was kept when it had to be started anew. */
export type OpenedDatabase = { database: RawDatabase; setAside: string | undefined };

/**
 * Opens a database of ours; a file that is damaged is set aside and a new one is begun (design.md 3, Store). Throws
 * `NewerDatabase`, without having touched it, for a file of a later version, and SQLite's error when the disk refuses.
 */
export function openDatabase(path: string, kind: DatabaseKind, now: number): OpenedDatabase {
  if (path === ':memory:') return { database: open(path, kind), setAside: undefined };
  mkdirSync(dirname(path), { recursive: true });
  try {
    return { database: open(path, kind), setAside: undefined };
  } catch (thrown) {
    if (!isDamage(thrown) || !existsSync(path)) throw thrown;
    return beginAnew(path, kind, now);
  }
}

/** Sets the file and its log aside and begins a new one. */
export function beginAnew(path: string, kind: DatabaseKind, now: number): { database: RawDatabase; setAside: string } {
  const kept = setAside(path, now);
  for (const tail of ['-wal', '-shm']) {
    if (existsSync(path + tail)) renameSync(path + tail, kept + tail);
  }
  return { database: open(path, kind), setAside: kept };
}

function open(path: string, { synchronous, steps, checkedUpToBytes, indexAnew }: DatabaseKind): RawDatabase {
  const length = statSync(path, { throwIfNoEntry: false })?.size;
  if (length === 0) throw new DamagedDatabase('the file is empty'); // SQLite would take it for a new one and say nothing
  const database = new DatabaseSync(path);
  try {
    refuseNewer(database, steps);
    if (length === undefined) database.exec('PRAGMA auto_vacuum = INCREMENTAL'); // can only be chosen before the first table
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA busy_timeout = 2000;`);
    // SQLite opens what can only be read as well, and the connection then stays so for good.
    if (path !== ':memory:') for (const name of [path, dirname(path)]) accessSync(name, constants.W_OK);
    const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
    const isIndexSound = check(database, size <= checkedUpToBytes);
    upgrade(database, steps);
    if (!isIndexSound && indexAnew !== undefined) transaction(database, () => database.exec(indexAnew));
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Closes a database with everything in its main file; the library lets go of the file itself only when it likes. */
export function closeWhole(database: RawDatabase): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // its log is read at the next start
  }
  database.close();
}

/** Returns whether the index of full-text search is sound; throws where anything else is not. */
function check(database: RawDatabase, thoroughly: boolean): boolean {
  database.prepare('SELECT count(*) FROM sqlite_master').get(); // reads the schema, whatever the size
  if (!thoroughly) return true;
  const found = database.prepare('PRAGMA quick_check(20)').all() as { quick_check: string }[];
  const faults = found.map(({ quick_check }) => quick_check).filter((fault) => fault !== 'ok');
  const fault = faults.find((one) => !isAboutIndex(one));
  if (fault !== undefined) throw new DamagedDatabase(fault);
  return faults.length === 0;
}

function versionOf(database: RawDatabase): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

function refuseNewer(database: RawDatabase, steps: readonly string[]): void {
  const { n } = database.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number };
  if (n > 0 && versionOf(database) > steps.length) throw new NewerDatabase();
}

function upgrade(database: RawDatabase, steps: readonly string[]): void {
  const version = versionOf(database);
  for (const [index, sql] of steps.entries()) {
    if (index < version) continue;
    transaction(database, () => {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** Runs statements as one: all of them count, or none. */
export function transaction<T>(database: RawDatabase, run: () => T): T {
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
