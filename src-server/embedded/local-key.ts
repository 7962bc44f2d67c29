import { chmodSync, readFileSync } from 'node:fs';
import { isServiceKey, makeServiceKey } from '../keys/service-key.ts';
import { writePrivateFile } from './private-file.ts';

/**
 * The key of "Local agents", from its file or newly made (design.md 6). The file holds the key and a line end, so that
 * `$(cat …/local-key)` is the key. One that holds no key is replaced; one that others could read is closed to them.
 */
export function readOrMakeLocalKey(file: string): string {
  const found = readKey(file);
  if (found !== undefined) {
    chmodSync(file, 0o600);
    return found;
  }
  const made = makeServiceKey('local');
  writeLocalKey(file, made);
  return made;
}

/** Writes the key's file anew, whole or not at all. */
export function writeLocalKey(file: string, apiKey: string): void {
  writePrivateFile(file, `${apiKey}\n`);
}

function readKey(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return isServiceKey(text) ? text : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
