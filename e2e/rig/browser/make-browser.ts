import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnElectron } from '../own-electron.ts';

/** Makes a browser of the Electron runtime: the same Chromium, with a window in place of the app. */
export function makeBrowser(): { executablePath: string; remove(): void } {
  const electron = makeOwnElectron('test-browser');
  for (const name of ['main.cjs', 'package.json']) {
    cpSync(join(import.meta.dirname, name), join(electron.appFolder, name));
  }
  return electron;
}
