import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnElectron, type OwnElectron } from '../../e2e/rig/own-electron.ts';

/** The Electron that runs what BENCH_MAIN names: the app's own program, or the floor. */
export type WatchedElectron = OwnElectron;

export function makeWatchedElectron(): WatchedElectron {
  const electron = makeOwnElectron('bench');
  cpSync(join(import.meta.dirname, 'watched'), electron.appFolder, { recursive: true });
  return electron;
}
