import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from './project.ts';

export type OwnElectron = { executablePath: string; appFolder: string; remove(): void };

/**
 * An Electron runtime for a program that is not the app. A runtime with an app in its `resources` starts that one whatever
 * it is told, so this is a folder of its own, of hard links where it can be; the program goes into `appFolder`.
 */
export function makeOwnElectron(name: string): OwnElectron {
  const electron = process.env.TRIAGE_E2E_ELECTRON;
  if (!electron) throw new Error('TRIAGE_E2E_ELECTRON is not set.');
  const runtime = dirname(electron);
  mkdirSync(join(projectRoot, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(projectRoot, '.cache', `${name}-`));
  for (const entry of readdirSync(runtime, { withFileTypes: true, recursive: true })) {
    const from = join(entry.parentPath, entry.name);
    const place = from.slice(runtime.length + 1);
    if (!entry.isFile() || /^resources[\\/]/.test(place)) continue;
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    linkOrCopy(from, join(folder, place));
  }
  const appFolder = join(folder, 'resources', 'app');
  mkdirSync(appFolder, { recursive: true });
  return {
    executablePath: join(folder, basename(electron)),
    appFolder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // another disk
  }
}
