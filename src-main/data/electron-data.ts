import { app, dialog } from 'electron';
import { words } from '#shared/words/words';
import type { Pending } from './pending.ts';

/** On the command line: erase what was decided, and end. */
export const eraseAndQuit = '--erase-and-quit';

/** Asks which backup to read. */
export async function askForBackup(): Promise<string | undefined> {
  const choice = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: words.data.fileKind, extensions: ['zip'] }],
  });
  return choice.canceled ? undefined : choice.filePaths[0];
}

/** Quits as a person would; a new process then does what was decided, and goes on or ends. */
export function startAgain(then: Pending['what']): void {
  const once = (one: string) => one === eraseAndQuit || one === '--hidden' || one.startsWith('triage-inbox:');
  const args = process.argv.slice(1).filter((one) => !once(one));
  app.relaunch({
    args: then === 'erase' ? [...args, eraseAndQuit] : args,
    ...(process.env.APPIMAGE && { execPath: process.env.APPIMAGE }), // what an AppImage runs from is gone with it
  });
  app.quit();
}
