// @ts-check
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the app keeps what it stores (design.md, 2).
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string }} [options]
 */
export function dataFolder({ env = process.env, platform = process.platform, home = homedir() } = {}) {
  if (env.TRIAGE_DATA_DIR) return resolve(env.TRIAGE_DATA_DIR);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Triage Inbox');
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Triage Inbox');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'triage-inbox');
}
