// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder, wherever it was cloned to. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What set-up fetches and remembers; git ignores it and it may be deleted at any time. */
export const cacheFolder = join(projectFolder, '.cache');

/** @param {...string} parts */
export function inProject(...parts) {
  return join(projectFolder, ...parts);
}
