import { backup, DatabaseSync } from '@photostructure/sqlite';
import { closeWhole, type RawDatabase } from '#main/store/database';

/** Pages of one step: some milliseconds, after which everything else has its turn. */
const pagesAtOnce = 250;

/** A moment of a database that stays as it was while the app goes on writing. */
export type Snapshot = { database: RawDatabase; close: () => void };

/** Holds on to the moment of the call. */
export function snapshotOf(path: string): Snapshot {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_master').get(); // the transaction begins with the first read
    return { database, close: () => database.close() };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Copies a moment of a database to a new file, some pages at a time. `onStep` hears of pages; the signal ends it early. */
export async function copySnapshot(
  { database }: Snapshot,
  path: string,
  { signal, onStep }: { signal: AbortSignal; onStep: (done: number, total: number) => void },
): Promise<void> {
  await backup(database, path, {
    rate: pagesAtOnce,
    progress: ({ totalPages, remainingPages }) => {
      signal.throwIfAborted(); // it ends the copy and takes its file away
      onStep(totalPages - remainingPages, totalPages);
    },
  });
  closeWhole(new DatabaseSync(path)); // in one file, whatever the log holds
}
