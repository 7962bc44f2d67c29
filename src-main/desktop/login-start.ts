import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFileAtomically } from '#main/files/json-file';
import { type Logger, reasonOf } from '#main/logging/logger';
import { autostartEntry } from './autostart-entry.ts';

export type LoginStartPorts = {
  platform: string;
  /** What the system is to start, and on Linux the file that says so. */
  executable: string;
  file: string;
  readLoginItem: () => { openAtLogin: boolean };
  setLoginItem: (settings: { openAtLogin: boolean; openAsHidden?: boolean; args?: string[] }) => void;
  log: Logger;
};

/** Whether the system starts the app with the session, whatever the settings say. */
export function startsAtLogin({ platform, file, readLoginItem }: LoginStartPorts): boolean {
  return platform === 'linux' ? existsSync(file) : readLoginItem().openAtLogin;
}

/** Starts the app hidden with the session, or no longer. Returns why it could not be arranged. */
export function startAtLogin(isOn: boolean, ports: LoginStartPorts): string | undefined {
  const { platform, executable, file, setLoginItem, log } = ports;
  try {
    if (platform !== 'linux') setLoginItem({ openAtLogin: isOn, openAsHidden: true, args: ['--hidden'] });
    else if (isOn) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileAtomically(file, autostartEntry(executable));
    } else rmSync(file, { force: true });
    return undefined;
  } catch (thrown) {
    log.warn('starting at login was not arranged', { reason: reasonOf(thrown) });
    return reasonOf(thrown);
  }
}
