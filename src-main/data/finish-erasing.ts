import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isOurs, pendingName } from './our-files.ts';
import { forgetPending, readPending } from './pending.ts';

/**
 * Once it was decided, takes away everything that this app stored in its folder, and nothing else. Runs before any of it
 * is opened; killed in the middle, it goes on at the next start. Returns what the system did not let go of.
 */
export function finishErasing(dataFolder: string): string[] {
  if (readPending(dataFolder)?.what !== 'erase') return [];
  const left = readdirSync(dataFolder).filter(
    (name) => name !== pendingName && isOurs(name) && !isRemoved(dataFolder, name),
  );
  forgetPending(dataFolder); // the last: until then it is not done
  return left;
}

function isRemoved(dataFolder: string, name: string): boolean {
  try {
    rmSync(join(dataFolder, name), { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}
