import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { AppFolder } from './folder.ts';

/** The main process of the app that holds a folder, whoever started it; Chromium's lock names it. */
export function mainProcessOf({ data }: AppFolder): number | undefined {
  try {
    const pid = Number(readlinkSync(join(data, 'SingletonLock')).split('-').at(-1));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined; // nobody holds it, or whoever did is gone
  }
}
