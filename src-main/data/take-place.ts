import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BookFile } from '#main/account-book/account-book';
import { writeFileAtomically } from '#main/files/json-file';
import { OutboxEntry } from '#main/outbox/outbox-entry';
import { OutboxStore } from '#main/outbox/outbox-store';
import { isInFlight } from '#shared/outbox/outbox';
import type { PendingRestore } from './pending.ts';

/** What changes its place; the answers on their way are not among it. */
const replaced = ['inbox.db', 'settings.json', 'accounts.json'] as const;
const tails = ['-wal', '-shm'];

/**
 * What is done before anything changes its place: the answers of both moments are brought together, and the accounts.
 * It can be done any number of times. Throws what the disk says.
 */
export function prepareRestore(
  dataFolder: string,
  { staged }: PendingRestore,
  confirmAgain: string,
  now: number,
): void {
  const from = join(dataFolder, staged);
  if (!existsSync(from)) return; // it was ended after everything had found its place
  bringAnswersBack(dataFolder, from, confirmAgain, now);
  keepPresentAccounts(dataFolder, from);
}

/**
 * Puts a checked backup in the place of the present data, which is kept beside it. Whatever kills it, doing it once more
 * from the start ends the same.
 */
export function replaceAll(dataFolder: string, { staged, kept }: PendingRestore): void {
  const from = join(dataFolder, staged);
  const aside = join(dataFolder, kept);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const name of replaced) replace(join(dataFolder, name), join(from, name), join(aside, name));
  rmSync(from, { recursive: true, force: true });
}

/**
 * The outbox of now stays as it is: it alone knows what was sent since. Of the backup's answers come back those to
 * questions that it knows nothing of, and what was on its way then waits for the person to confirm it: nothing is sent
 * by having been restored.
 */
function bringAnswersBack(dataFolder: string, from: string, confirmAgain: string, now: number): void {
  const path = join(from, 'outbox.json');
  if (!existsSync(path)) return; // it was ended while its folder was taken away
  const entries = z.array(OutboxEntry).parse(JSON.parse(readFileSync(path, 'utf8')));
  const store = OutboxStore.open({ dataFolder, now: () => now, onWarning: () => {}, onWritable: () => {} });
  try {
    store.together(() => {
      for (const entry of entries) {
        if (store.find(entry.key)) continue;
        const returned = { at: 'returned', because: 'confirm-again', message: confirmAgain } as const;
        store.add(isInFlight(entry.state) ? { ...entry, state: returned } : entry);
      }
    });
  } finally {
    store.close();
  }
}

/** An account that was added since the backup is not lost to it: its server is asked for its questions again. */
function keepPresentAccounts(dataFolder: string, from: string): void {
  const path = join(from, 'accounts.json');
  const present = bookAt(join(dataFolder, 'accounts.json'));
  const restored = bookAt(path);
  if (!present || !restored) return;
  const known = new Set(restored.accounts.map(({ id }) => id));
  const added = present.accounts.filter(({ id }) => !known.has(id));
  writeFileAtomically(
    path,
    `${JSON.stringify({ ...restored, accounts: [...restored.accounts, ...added] }, null, 2)}\n`,
  );
}

function bookAt(path: string): BookFile | undefined {
  try {
    return BookFile.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** A database's log goes before the database: a restored one must never meet the log of another. */
function replace(place: string, restored: string, aside: string): void {
  if (!existsSync(restored)) return; // it stands in its place already
  if (!existsSync(aside)) for (const tail of [...tails, '']) move(place + tail, aside + tail);
  renameSync(restored, place);
}

function move(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
