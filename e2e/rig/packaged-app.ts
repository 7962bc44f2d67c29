import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';

const folder = join(projectRoot, 'release', 'linux-unpacked');

/** The executable that `npm run package` made. */
export function packagedExecutable(): string {
  const name = readdirSync(folder).find((entry) => /^triage-?inbox$/i.test(entry) && isProgram(join(folder, entry)));
  if (!name) throw new Error('release/linux-unpacked holds no app; "npm run package" makes it.');
  return join(folder, name);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
