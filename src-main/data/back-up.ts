import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { BookFile } from '#main/account-book/account-book';
import { type OutboxEntry, readEntry } from '#main/outbox/outbox-entry';
import type { BackupSummary } from '#shared/data/data-work';
import { defaultSettings, Settings } from '#shared/inbox/settings';
import { isInFlight } from '#shared/outbox/outbox';
import { type BackupName, backupFormat, backupVersion, type Manifest, manifestName } from './backup-manifest.ts';
import { copySnapshot, type Snapshot, snapshotOf } from './copy-inbox.ts';
import { stagedPrefix } from './our-files.ts';

export type BackUpWish = {
  dataFolder: string;
  /** Where to; it appears under its name once it is whole. */
  path: string;
  app: string;
  now: number;
  signal: AbortSignal;
  /** Bytes of everything that is read and written on the way. */
  onStep: (done: number, total: number) => void;
};

/**
 * Writes everything that is a person's own to one file, while the app goes on: a zip archive whose last entry says what
 * each part must read like. Both databases are of the same moment. Throws what the disk says, and the signal's reason.
 */
export async function backUp(wish: BackUpWish): Promise<{ bytes: number; summary: BackupSummary }> {
  const { dataFolder, path, signal } = wish;
  const staged = mkdtempSync(join(dataFolder, stagedPrefix));
  const part = `${path}.${wish.now}.part`; // a later one to the same place has another
  try {
    const copy = join(staged, 'inbox.db');
    const { entries, counts } = await copyDatabases(wish, copy);
    const accounts = jsonOf(join(dataFolder, 'accounts.json'), BookFile, {});
    const waiting = entries.filter(({ state }) => isInFlight(state)).length;
    const summary: BackupSummary = {
      createdAt: new Date(wish.now).toISOString(),
      app: wish.app,
      ...counts,
      waiting,
      accounts: accounts.accounts.length,
    };
    const texts = {
      'outbox.json': JSON.stringify(entries),
      'settings.json': JSON.stringify(jsonOf(join(dataFolder, 'settings.json'), Settings, defaultSettings)),
      'accounts.json': JSON.stringify(accounts),
    } satisfies Partial<Record<BackupName, string>>;
    await pack({ ...wish, part, copy, texts, summary });
    await syncToDisk(part);
    signal.throwIfAborted();
    await rename(part, path);
    return { bytes: statSync(path).size, summary };
  } catch (thrown) {
    await rm(part, { force: true });
    throw signal.aborted ? signal.reason : thrown;
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

type Counts = Pick<BackupSummary, 'open' | 'history' | 'drafts'>;

async function copyDatabases(
  { dataFolder, signal, onStep }: BackUpWish,
  copy: string,
): Promise<{ entries: OutboxEntry[]; counts: Counts }> {
  const inbox = snapshotOf(join(dataFolder, 'inbox.db'));
  try {
    const entries = entriesOf(join(dataFolder, 'outbox.db')); // in the same turn: of the same moment
    const counts = countsOf(inbox);
    const { page_size: pageBytes } = inbox.database.prepare('PRAGMA page_size').get() as { page_size: number };
    await copySnapshot(inbox, copy, {
      signal,
      onStep: (done, total) => onStep(done * pageBytes, 2 * total * pageBytes),
    });
    return { entries, counts };
  } finally {
    inbox.close();
  }
}

function entriesOf(path: string): OutboxEntry[] {
  const outbox = snapshotOf(path);
  try {
    const rows = outbox.database.prepare('SELECT entry FROM entries').all();
    return rows.flatMap((row) => readEntry(row) ?? []);
  } finally {
    outbox.close();
  }
}

function countsOf({ database }: Snapshot): Counts {
  const one = (sql: string) => (database.prepare(sql).get() as { n: number }).n;
  return {
    open: one('SELECT count(*) AS n FROM notifications WHERE open = 1'),
    history: one('SELECT n FROM history_length'),
    drafts: one('SELECT count(*) AS n FROM drafts'),
  };
}

type Pack = BackUpWish & {
  part: string;
  copy: string;
  texts: Record<Exclude<BackupName, 'inbox.db'>, string>;
  summary: BackupSummary;
};

async function pack({ part, copy, texts, summary, signal, onStep }: Pack): Promise<void> {
  const zip = new ZipFile();
  const files: Manifest['files'] = {} as Manifest['files'];
  const { size } = statSync(copy);
  const add = (name: BackupName, open: () => Readable, onBytes: (bytes: number) => void = () => {}) =>
    zip.addReadStreamLazy(name, (ready) => {
      const measured = measuring(onBytes, (found) => {
        files[name] = found;
      });
      open()
        .once('error', (fault) => measured.destroy(fault))
        .pipe(measured)
        .once('error', (fault) => zip.emit('error', fault));
      ready(null, measured);
    });
  for (const [name, text] of Object.entries(texts)) add(name as BackupName, () => Readable.from([Buffer.from(text)]));
  add(
    'inbox.db',
    () => createReadStream(copy),
    (bytes) => onStep(size + bytes, 2 * size),
  );
  // Asked for when everything before it is in the archive, and so measured.
  zip.addReadStreamLazy(manifestName, (ready) => {
    const manifest: Manifest = { format: backupFormat, version: backupVersion, summary, files };
    ready(null, Readable.from([Buffer.from(JSON.stringify(manifest, null, 2))]));
  });
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on('error', (fault: Error) => output.destroy(fault));
  await pipeline(output, createWriteStream(part, { mode: 0o600 }), { signal });
}

function measuring(onBytes: (bytes: number) => void, onEnd: (found: { bytes: number; sha256: string }) => void) {
  const hash = createHash('sha256');
  let bytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      bytes += piece.length;
      onBytes(bytes);
      done(null, piece);
    },
    flush(done) {
      onEnd({ bytes, sha256: hash.digest('hex') });
      done();
    },
  });
}

function jsonOf<T>(path: string, schema: { parse: (value: unknown) => T }, otherwise: unknown): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return schema.parse(otherwise); // nothing was changed yet, or it is about to be set aside
  }
}

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
