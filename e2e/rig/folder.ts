import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalServerFile } from '#shared/embedded/messages';

/** What an installation of the app has to itself: a home and a data folder. */
export type AppFolder = { root: string; home: string; data: string; remove(): void };

export function makeAppFolder(): AppFolder {
  const root = mkdtempSync(join(tmpdir(), 'triage-e2e-'));
  chmodSync(root, 0o755); // a test that becomes another user must get through
  const home = join(root, 'home');
  mkdirSync(home);
  return {
    root,
    home,
    data: join(root, 'data'),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

export function localServerPath(folder: AppFolder): string {
  return join(folder.data, 'local-server.json');
}

/** The address and key of the embedded server, as a script on this machine finds them; undefined while there is none. */
export function readLocalServer(folder: AppFolder): LocalServerFile | undefined {
  const path = localServerPath(folder);
  return existsSync(path) ? LocalServerFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

/** The files under a folder in which a text stands. */
export function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((file) => readFileSync(file).includes(text));
}
