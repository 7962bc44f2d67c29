import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** Where the key of "Local agents" is kept (design.md 6). */
export function localKeyFile(dataFolder: string): string {
  return join(dataFolder, 'local-key');
}

/** What may be shown of a key: its kind and its last four characters, as the server masks it. */
export function maskKey(key: string): string {
  return `${key.slice(0, key.lastIndexOf('_') + 1)}…${key.slice(-4)}`;
}

/** Reads the key with which programs on this computer ask. */
export function readLocalKey(dataFolder: string): Result<string> {
  try {
    return ok(readFileSync(localKeyFile(dataFolder), 'utf8').trim());
  } catch {
    return fail({
      code: 'server/unreachable',
      message: words.desk.keyNotThere,
      hint: words.desk.keyNotThereHint,
      retryable: true,
    });
  }
}
