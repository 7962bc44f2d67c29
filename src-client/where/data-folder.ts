import { join, resolve } from 'node:path';

/** The machine as a program finds it. */
export type Surroundings = { env: Record<string, string | undefined>; platform: string; home: string };

/** The folder in which the app keeps what it stores (design.md 2). */
export function dataFolderOf({ env, platform, home }: Surroundings): string {
  if (env.TRIAGE_DATA_DIR) return resolve(env.TRIAGE_DATA_DIR);
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Triage Inbox');
    case 'win32':
      return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Triage Inbox');
    default:
      return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'triage-inbox');
  }
}
