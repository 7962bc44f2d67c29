import type { AccountView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { connectionWords } from './connection.ts';

/** How an account stands, as short as it fits beside its name; `now` in ms of this machine. */
export function accountStateWords({ paused, token, connection }: AccountView, now: number): string {
  const { short } = words.accounts;
  if (paused) return short.paused;
  return token === 'missing' ? short.needsToken : connectionWords(connection, now);
}
