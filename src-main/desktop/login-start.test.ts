import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KeptLog } from '#main/testing/kept-log';
import { startAtLogin, startsAtLogin } from './login-start.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'login-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ports = (platform: string, told: unknown[] = []) => ({
  platform,
  executable: '/opt/triage-inbox',
  file: join(folder, 'autostart', 'triage-inbox.desktop'),
  readLoginItem: () => ({ openAtLogin: told.length > 0 }),
  setLoginItem: (settings: unknown) => void told.push(settings),
  log: new KeptLog(),
});

it('on Linux writes a file of the session and takes it away again', () => {
  const linux = ports('linux');
  expect(startAtLogin(false, linux)).toBeUndefined(); // there was none
  expect(startsAtLogin(linux)).toBe(false);
  expect(startAtLogin(true, linux)).toBeUndefined();
  expect(startsAtLogin(linux)).toBe(true);
  expect(readFileSync(linux.file, 'utf8')).toContain('Exec="/opt/triage-inbox" --hidden');
  expect(startAtLogin(false, linux)).toBeUndefined();
  expect(existsSync(linux.file)).toBe(false);
});

it('elsewhere tells the system', () => {
  const told: unknown[] = [];
  startAtLogin(true, ports('win32', told));
  startAtLogin(false, ports('darwin', told));
  expect(told).toEqual([
    { openAtLogin: true, openAsHidden: true, args: ['--hidden'] },
    { openAtLogin: false, openAsHidden: true, args: ['--hidden'] },
  ]);
});

it('says why it could not be', () => {
  writeFileSync(join(folder, 'autostart'), 'a file where a folder should be');
  expect(startAtLogin(true, ports('linux'))).toBeDefined();
});
