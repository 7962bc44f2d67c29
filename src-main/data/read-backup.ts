import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { z } from 'zod';
import { BookFile } from '#main/account-book/account-book';
import { OutboxEntry } from '#main/outbox/outbox-entry';
import { diskTrouble } from '#main/store/sqlite-faults';
import type { BackupSummary } from '#shared/data/data-work';
import { Settings } from '#shared/inbox/settings';
import { fail, ok, type Result } from '#shared/result';
import { backupNames, backupVersion, Manifest, ManifestHead, manifestName } from './backup-manifest.ts';
import { checkInbox } from './check-inbox.ts';
import { stagedPrefix } from './our-files.ts';

/** Why a file is not restored. `disk`: it is not its fault, there is no room or no right to unpack it. */
export type BackupFault = { fault: 'foreign' | 'newer' | 'damaged' } | { fault: 'disk'; why: string };

/** A backup that was unpacked into a folder of the data folder and read through: it can take its place. */
export type StagedBackup = { staged: string; summary: BackupSummary };

export type ReadWish = {
  dataFolder: string;
  path: string;
  signal: AbortSignal;
  /** Bytes that were unpacked, of all. */
  onStep: (done: number, total: number) => void;
};

/** A manifest is a page of text; an archive of something else may hold anything under that name. */
const mostManifestBytes = 64 * 1024;
const mostEntries = 16;

const contents = {
  'outbox.json': z.array(OutboxEntry),
  'settings.json': Settings,
  'accounts.json': BookFile,
} as const;

/**
 * Unpacks a backup beside the present data and checks every part of it before anything else happens. Whatever is wrong,
 * nothing is left behind and nothing is changed. Throws the signal's reason.
 */
export async function readBackup(wish: ReadWish): Promise<Result<StagedBackup, BackupFault>> {
  const { dataFolder, path, signal } = wish;
  let folder: string | undefined;
  let zip: ZipFile | undefined;
  let result: Result<StagedBackup, BackupFault> | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = await entriesOf(zip);
    const manifest = await readManifest(zip, entries);
    if (!manifest.ok) return manifest;
    folder = mkdtempSync(join(dataFolder, stagedPrefix));
    const isWhole = await unpack(zip, entries, manifest.value, folder, wish);
    const fault = isWhole ? ((await checkInbox(join(folder, 'inbox.db'), signal)) ?? contentFault(folder)) : 'damaged';
    result = fault ? fail({ fault }) : ok({ staged: basename(folder), summary: manifest.value.summary });
    return result;
  } catch (thrown) {
    signal.throwIfAborted();
    const why = diskTrouble(thrown);
    if (why !== undefined) return fail({ fault: 'disk', why });
    return fail({ fault: folder === undefined ? 'foreign' : 'damaged' });
  } finally {
    zip?.close();
    if (folder !== undefined && !result?.ok) rmSync(folder, { recursive: true, force: true });
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) return new Map();
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.readEntry();
  });
  return entries;
}

async function readManifest(zip: ZipFile, entries: Map<string, Entry>): Promise<Result<Manifest, BackupFault>> {
  const entry = entries.get(manifestName);
  if (!entry || entry.uncompressedSize > mostManifestBytes) return fail({ fault: 'foreign' });
  const json: unknown = JSON.parse(await text(await zip.openReadStreamPromise(entry)));
  const head = ManifestHead.safeParse(json);
  if (!head.success) return fail({ fault: 'foreign' });
  if (head.data.version > backupVersion) return fail({ fault: 'newer' });
  const manifest = Manifest.safeParse(json);
  return manifest.success ? ok(manifest.data) : fail({ fault: 'damaged' });
}

/** Writes each part under the name that we know it by. Returns whether all of them read as the manifest says. */
async function unpack(
  zip: ZipFile,
  entries: Map<string, Entry>,
  { files }: Manifest,
  folder: string,
  { signal, onStep }: ReadWish,
): Promise<boolean> {
  const total = backupNames.reduce((sum, name) => sum + files[name].bytes, 0);
  let before = 0;
  for (const name of backupNames) {
    const { bytes, sha256 } = files[name];
    const entry = entries.get(name);
    if (!entry || entry.uncompressedSize !== bytes) return false;
    const hash = createHash('sha256');
    const source: Readable = await zip.openReadStreamPromise(entry); // refuses to give more than the entry's size
    let read = 0;
    const hashed = new Transform({
      transform(piece: Buffer, _encoding, done) {
        hash.update(piece);
        read += piece.length;
        onStep(before + read, total);
        done(null, piece);
      },
    });
    await pipeline(source, hashed, createWriteStream(join(folder, name), { mode: 0o600, flush: true }), { signal });
    if (hash.digest('hex') !== sha256) return false;
    before += bytes;
  }
  return true;
}

/** What an older version of the app wrote is read as everywhere else; what makes no sense makes the file a damaged one. */
function contentFault(folder: string): 'damaged' | undefined {
  const isSound = Object.entries(contents).every(([name, schema]) => {
    const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return parsed.success;
  });
  return isSound ? undefined : 'damaged';
}
