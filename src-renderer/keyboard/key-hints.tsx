import { createContext, useContext } from 'react';
import type { AppState } from '#shared/inbox/app-state';
import { effectiveBindings } from './effective.ts';
import { type Command, drawnKeys } from './table.ts';

/** The keys that act now, as they are drawn where they act. */
export type KeyHints = (command: Command) => readonly string[];

/** The keys that count for a person. */
export function keyHintsOf(app: Pick<AppState, 'platform' | 'settings'> | undefined): KeyHints {
  const { singleKeys = true, keys = {} } = app?.settings ?? {};
  const acting = effectiveBindings(keys).filter((one) => singleKeys || !one.character);
  return (command) => drawnKeys(command, app?.platform === 'darwin', acting);
}

export const KeyHintsContext = createContext<KeyHints>(keyHintsOf(undefined));

/** The key to draw beside what a command does; undefined while it has none. */
export function useKeyHint(command: Command): string | undefined {
  return useContext(KeyHintsContext)(command)[0];
}
