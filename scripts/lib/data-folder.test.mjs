// @ts-check
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from './data-folder.mjs';

test('each platform has its place, and TRIAGE_DATA_DIR moves it', () => {
  const home = join('/', 'home', 'ada');
  expect(dataFolder({ env: {}, platform: 'linux', home })).toBe(join(home, '.config', 'triage-inbox'));
  expect(dataFolder({ env: {}, platform: 'darwin', home })).toBe(
    join(home, 'Library', 'Application Support', 'Triage Inbox'),
  );
  expect(dataFolder({ env: { APPDATA: 'C:\\Data' }, platform: 'win32', home })).toBe(join('C:\\Data', 'Triage Inbox'));
  expect(dataFolder({ env: { TRIAGE_DATA_DIR: '/elsewhere' }, platform: 'linux', home })).toMatch(/elsewhere$/);
});
