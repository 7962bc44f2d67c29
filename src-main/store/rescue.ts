import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { closeWhole, type DatabaseKind, openDatabase, type RawDatabase } from './database.ts';

/** A file that was set aside, open for reading what is left in it. */
export type DamagedFile = { database: Pick<RawDatabase, 'prepare'>; close: () => void };

const pageBytes = 4096;
/** A larger file is not copied to mend its first page. */
const mendedUpToBytes = 256 * 1024 * 1024;

/**
 * Opens a damaged file as far as it goes and never writes to it. When its first page is gone, which says where the
 * tables are, a copy gets that page from a new file of the same kind: files begun by one version have one plan.
 */
export function openDamaged(kept: string, kind: DatabaseKind, now: number): DamagedFile | undefined {
  const asItIs = openForReading(kept, () => {});
  if (asItIs || statSync(kept).size > mendedUpToBytes) return asItIs;
  const copy = `${kept}.mended`;
  const plan = `${kept}.plan`;
  const remove = (name: string) => {
    for (const tail of ['', '-wal', '-shm']) rmSync(name + tail, { force: true });
  };
  try {
    copyFileSync(kept, copy, constants.COPYFILE_FICLONE);
    if (existsSync(`${kept}-wal`)) copyFileSync(`${kept}-wal`, `${copy}-wal`);
    closeWhole(openDatabase(plan, kind, now).database);
    transplantFirstPage(plan, copy);
    return openForReading(copy, () => remove(copy));
  } catch {
    remove(copy);
    return undefined;
  } finally {
    remove(plan);
  }
}

function openForReading(path: string, onClosed: () => void): DamagedFile | undefined {
  let database: RawDatabase | undefined;
  const close = () => {
    database?.close();
    onClosed();
  };
  try {
    database = new DatabaseSync(path, { readOnly: true });
    database.exec('PRAGMA writable_schema = ON'); // reads on where the file is shorter than it says
    const { n } = database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get() as {
      n: number;
    };
    if (n > 0) return { database, close };
  } catch {
    // not even its plan can be read
  }
  close();
  return undefined;
}

function transplantFirstPage(from: string, to: string): void {
  const page = Buffer.alloc(pageBytes);
  const source = openSync(from, 'r');
  readSync(source, page, 0, pageBytes, 0);
  closeSync(source);
  page.writeUInt32BE(0, 28); // its length is then taken from the file, and no page is taken for free
  page.writeUInt32BE(0, 32);
  page.writeUInt32BE(0, 36);
  const target = openSync(to, 'r+');
  writeSync(target, page, 0, pageBytes, 0);
  closeSync(target);
}
