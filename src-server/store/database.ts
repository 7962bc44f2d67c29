import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrations } from './migrations.ts';

/** The one SQLite connection. `transaction` is all or nothing; called inside another one it joins that one. */
export type Database = {
  sqlite: DatabaseSyncInstance;
  transaction<T>(run: () => T): T;
  close(): void;
};

/**
 * Opens (or makes) the database at `file` and brings it to the newest version. WAL with `synchronous=FULL`: what was
 * acknowledged is on disk. Throws when the file cannot be opened or was written by a newer version.
 */
export function openDatabase(file: string): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new DatabaseSync(file);
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  sqlite.exec('PRAGMA busy_timeout = 2000; PRAGMA trusted_schema = OFF;');
  const database: Database = {
    sqlite,
    transaction: (run) => (sqlite.isTransaction ? run() : inTransaction(sqlite, run)),
    close: () => sqlite.close(),
  };
  try {
    migrate(database);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return database;
}

function inTransaction<T>(sqlite: DatabaseSyncInstance, run: () => T): T {
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const value = run();
    sqlite.exec('COMMIT');
    return value;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
    throw error;
  }
}

function migrate({ sqlite, transaction }: Database): void {
  const found = Number(sqlite.prepare('PRAGMA user_version').get()?.user_version);
  if (found > migrations.length) {
    throw new Error(
      `The server's data has version ${found}; this program knows ${migrations.length}. Use a newer one.`,
    );
  }
  for (const [index, step] of migrations.entries()) {
    if (index < found) continue;
    transaction(() => sqlite.exec(`${step}; PRAGMA user_version = ${index + 1};`));
  }
}
