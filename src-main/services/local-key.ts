import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppState } from '#shared/inbox/app-state';
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

type Known = Pick<AppState, 'localServer' | 'dataFolder'>;

/** Why there is nothing to ask with: the person took the key away. */
export function isLocalKeyRevoked({ localServer }: Pick<Known, 'localServer'>): boolean {
  return localServer.state === 'listening' && localServer.maskedKey === '';
}

export function localKeyRevoked(): Result<never> {
  const { localKeyRevoked: message, localKeyRevokedHint: hint } = words.asker;
  return fail({ code: 'server/refused', message, hint });
}

/** The key with which programs on this computer ask. */
export function localKeyOf(known: Known): Result<string> {
  return isLocalKeyRevoked(known) ? localKeyRevoked() : readLocalKey(known.dataFolder);
}

function readLocalKey(dataFolder: string): Result<string> {
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
