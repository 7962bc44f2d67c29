import {
  chmod,
  constants,
  copyFile,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** A settings file as it is. `path` is the file itself where `shown` is a link to it. */
export type SettingsFile = { shown: string; path: string; text: string | undefined; mode: number };

export async function readSettings(shown: string): Promise<SettingsFile> {
  const path = await realpath(shown).catch(() => shown);
  const found = await stat(path).catch(() => undefined);
  if (!found) return { shown, path, text: undefined, mode: 0o600 };
  if (!found.isFile()) throw new Refusal('it is not a file');
  return { shown, path, text: textOf(await readFile(path)), mode: found.mode & 0o777 };
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('it is not text in UTF-8');
  }
}

/** Writes the file anew, or removes it. Returns the backup that lies beside it, where there was something to back up. */
export async function writeSettings(
  { shown, path, text, mode }: SettingsFile,
  next: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const current = await readSettings(shown);
  if (current.path !== path || current.text !== text) throw new Refusal('it was changed meanwhile; try again');
  const backup = text === undefined ? undefined : await backedUp(path, mode, now);
  if (next === undefined) {
    await rm(path, { force: true });
    return backup;
  }
  await mkdir(dirname(path), { recursive: true });
  const neighbour = `${path}.${process.pid}.tmp`;
  await writeFile(neighbour, next, { mode, flag: 'wx' });
  await chmod(neighbour, mode); // whatever the umask says
  await rename(neighbour, path);
  return backup;
}

const between = '.before-atp-';

async function backedUp(path: string, mode: number, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  for (let count = 1; ; count++) {
    const backup = `${path}${between}${stamp}${count === 1 ? '' : `-${count}`}`;
    try {
      await copyFile(path, backup, constants.COPYFILE_EXCL);
      await chmod(backup, mode);
      return backup;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    }
  }
}

/** The texts of the backups beside a file, the newest first. */
export async function backupsOf(path: string): Promise<string[]> {
  const start = basename(path) + between;
  const names = await readdir(dirname(path)).catch(() => []);
  const newest = names
    .filter((name) => name.startsWith(start))
    .sort()
    .reverse()
    .slice(0, 50);
  return Promise.all(newest.map((name) => readFile(join(dirname(path), name), 'utf8')));
}
