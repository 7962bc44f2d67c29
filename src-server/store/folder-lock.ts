import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/**
 * Keeps a second server out of a data folder (guarantees R20) and returns the way to let go. The lock is that of an open
 * SQLite transaction on `file`, so the system takes it back when the process ends in whatever way, and none goes stale.
 * Throws when another server holds it.
 */
export function lockFolder(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(`Another server is using the data folder ${dirname(file)}.`);
  }
  return () => lock.close();
}
