import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of work in progress, and one of what a restore took the place of. */
export const stagedPrefix = 'staged-';
export const keptPrefix = 'before-restore-';
/** What is to be done before anything is opened at the next start. */
export const pendingName = 'pending.json';

/**
 * What this app and its server write into the data folder, with the tails that SQLite, a rewrite or a damage adds. The
 * folder may have been chosen by the person and hold other things: only these are ever taken away.
 */
const ours: readonly RegExp[] = [
  /^(inbox|outbox)\.db(-wal|-shm|-journal|\.damaged-.*)?$/,
  /^engine\.lock(-wal|-shm|-journal)?$/,
  /^(accounts|tokens|settings|window|notices|native-notifications|local-server|pending)\.json(\.\d+\.tmp|\.damaged-.*)?$/,
  /^notification-icon\.png$/,
  /^local-key(\.\d+\.tmp)?$/,
  /^(logs|page|server)$/,
  new RegExp(`^(${stagedPrefix}|${keptPrefix})`),
  // What Chromium keeps beside its session.
  /^(Crashpad|Crash Reports|Dictionaries|DevToolsActivePort|Local State|blob_storage|Partitions|Shared Dictionary|SharedStorage.*)$/,
];

/** Whether an entry of the data folder is this app's own. */
export function isOurs(name: string): boolean {
  return ours.some((pattern) => pattern.test(name));
}

/** Takes away what was left of work that was ended in its middle. */
export function sweepStaged(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (name.startsWith(stagedPrefix)) rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}
