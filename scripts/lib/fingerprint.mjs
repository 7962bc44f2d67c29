// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash over the names and contents of the files a build depends on. Contents, because git gives every file a new time.
 * @param {string} folder
 * @param {(name: string) => boolean} belongs which entries of the top folder count
 */
export function fingerprint(folder, belongs) {
  const hash = createHash('sha256');
  const top = readdirSync(folder).filter(belongs).sort();
  for (const name of top) addEntry(hash, folder, name);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} folder
 * @param {string} path
 */
function addEntry(hash, folder, path) {
  const full = join(folder, path);
  const children = childrenOf(full);
  if (children) {
    for (const child of children) addEntry(hash, folder, join(path, child));
    return;
  }
  const content = readFileSync(full);
  hash.update(`${path}\0${content.length}\0`).update(content);
}

/** @param {string} path */
function childrenOf(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return undefined; // a file
  }
}
