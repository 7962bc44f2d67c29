import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

/** The folder of the repository that a folder is in; the folder itself where there is none. */
export function repositoryOf(folder: string): string {
  if (!isAbsolute(folder)) return folder;
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (dirname(here) === here) return folder;
  }
}

/** What the questions from a folder are grouped by: the name of its repository. */
export function projectOf(folder: string): string | undefined {
  return basename(repositoryOf(folder)) || undefined;
}
