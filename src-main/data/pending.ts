import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '#main/files/json-file';
import { keptPrefix, pendingName, stagedPrefix } from './our-files.ts';

/** A name of a folder beside it, never a path. */
const folderNamed = (prefix: string) =>
  z.string().refine((name) => name.startsWith(prefix) && !/[/\\]/.test(name), 'a folder of ours');

/** What the person decided that needs every file closed: it is done at the next start, before anything is opened. */
export const Pending = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('restore'),
    staged: folderNamed(stagedPrefix),
    /** Where the present data goes. */
    kept: folderNamed(keptPrefix),
    /** When the backup was made. */
    createdAt: z.iso.datetime(),
  }),
  z.object({ what: z.literal('erase') }),
]);
export type Pending = z.infer<typeof Pending>;
export type PendingRestore = Extract<Pending, { what: 'restore' }>;

/** From here on it will happen, also when the app is killed in this moment. Throws when the disk refuses. */
export function decideOn(dataFolder: string, pending: Pending): void {
  writeFileAtomically(join(dataFolder, pendingName), JSON.stringify(pending));
}

/** What is to be done; undefined when nothing is, or when it makes no sense any more. */
export function readPending(dataFolder: string): Pending | undefined {
  try {
    return Pending.safeParse(JSON.parse(readFileSync(join(dataFolder, pendingName), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export function forgetPending(dataFolder: string): void {
  rmSync(join(dataFolder, pendingName), { force: true });
}
