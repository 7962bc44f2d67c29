import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { words } from '#shared/words/words';

type Lock = { database: InstanceType<typeof DatabaseSync>; owner: symbol };

/** The folders that this process holds. A later engine of the same process takes over from an earlier one. */
const held = new Map<string, Lock>();

/**
 * Keeps a second process out of a data folder (guarantees.md R20) and returns the way to let go. The lock is that of an
 * open SQLite transaction, so the system takes it back when the process ends in whatever way, and none goes stale.
 * Throws when another process holds it. Where nothing can be written, nobody can be a second writer.
 */
export function lockDataFolder(dataFolder: string): () => void {
  const path = join(dataFolder, 'engine.lock');
  const owner = Symbol(path);
  const database = held.get(path)?.database ?? acquire(dataFolder, path);
  if (database) held.set(path, { database, owner });
  return () => {
    if (held.get(path)?.owner !== owner) return;
    held.delete(path);
    database?.close();
  };
}

/** SQLite's code for a file that somebody else has locked. */
const busy = 5;

function acquire(dataFolder: string, path: string): Lock['database'] | undefined {
  let database: Lock['database'] | undefined;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path);
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return database;
  } catch (thrown) {
    database?.close();
    if (thrown instanceof Error && 'errcode' in thrown && thrown.errcode === busy) {
      throw new Error(words.running.folderInUse(dataFolder));
    }
    return undefined;
  }
}
