import { createHash } from 'node:crypto';
import { cpSync, createWriteStream, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { KeptLog } from '#main/testing/kept-log';
import { aNotification } from '#main/testing/scripted-server';
import { settled, TestEngine } from '#main/testing/test-engine';
import { Warnings } from '#main/warnings';
import { finishDecidedRestore } from './finish-restore.ts';
import { readBackup } from './read-backup.ts';
import {
  aBackupOf,
  aFolder,
  aLivedInInbox,
  backedUpAt,
  book,
  contentOf,
  decideToRestore,
  leftovers,
  noSteps,
  signal,
} from './testing/data-world.ts';

/** Every change that is made in a folder, as a kill would find it: it may end the work before any of them. */
const hook = vi.hoisted((): { onChange: (() => void) | undefined } => ({ onChange: undefined }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const watched = <F extends (...args: never[]) => unknown>(run: F) =>
    ((...args: Parameters<F>) => {
      hook.onChange?.();
      return run(...args);
    }) as F;
  return {
    ...real,
    renameSync: watched(real.renameSync),
    rmSync: watched(real.rmSync),
    mkdirSync: watched(real.mkdirSync),
  };
});

/** As at a start; returns what the person is told. */
function finish(dataFolder: string): string[] {
  const warnings = new Warnings(() => {});
  finishDecidedRestore({ dataFolder, now: backedUpAt + 1_000, warnings, log: new KeptLog() });
  return warnings.list().map(({ id, hint }) => `${id}: ${hint}`);
}

/** A backup of a lived-in inbox, and a computer on which other things have happened since. */
async function twoMoments(): Promise<{ then: TestEngine; backup: string; now: TestEngine }> {
  const then = await aLivedInInbox();
  const backup = await aBackupOf(then.dataFolder);
  const now = new TestEngine();
  now.server.ask(aNotification('today'));
  await now.connect();
  now.takeBackMs = 600_000;
  now.submit('today', 'rollout', 10);
  writeFileSync(join(now.dataFolder, 'settings.json'), JSON.stringify({ theme: 'light' }));
  writeFileSync(join(now.dataFolder, 'accounts.json'), book('home'));
  return { then, backup, now };
}

/** Ends something in the middle; what it would still say or tidy up is not said and not done. */
function kill(run: () => void): void {
  try {
    run();
  } catch {
    // as planned
  }
}

/** A folder as a process that was killed left it. */
function copyOf(dataFolder: string): string {
  const copy = aFolder();
  cpSync(dataFolder, copy, { recursive: true });
  return copy;
}

describe('restoring', () => {
  test('brings back what was backed up, on an empty computer too', async () => {
    const rig = await aLivedInInbox();
    const before = contentOf(rig.dataFolder);
    const folder = aFolder();
    await decideToRestore(folder, await aBackupOf(rig.dataFolder));
    expect(finish(folder)).toEqual([expect.stringContaining(join(folder, 'before-restore-x'))]);
    expect(contentOf(folder)).toEqual({
      ...before,
      outbox: ['local/answered accepted', 'local/held returned'],
      tokens: undefined,
    });
    expect(leftovers(folder)).toEqual([]);
  });

  test('an answer that was on its way is not sent by itself: it waits with the person’s words intact', async () => {
    const rig = await aLivedInInbox();
    const path = await aBackupOf(rig.dataFolder);
    const other = new TestEngine();
    other.dataFolder = aFolder();
    await decideToRestore(other.dataFolder, path);
    finish(other.dataFolder);
    other.server.ask(aNotification('held'));
    other.restart();
    await other.connect();
    other.clock.pass(600_000);
    await settled();
    expect(other.server.requests).not.toContain('POST /client/respond');
    expect(other.answerOf('held')).toMatchObject({
      state: 'returned',
      because: 'confirm-again',
      words: 'Partial rollout: 30 %',
    });
  });

  test('an answer that was sent since the backup stays sent', async () => {
    const rig = await aLivedInInbox();
    const path = await aBackupOf(rig.dataFolder);
    rig.clock.pass(60_000);
    await settled();
    expect(rig.answerOf('held')?.state).toBe('accepted');
    const folder = copyOf(rig.dataFolder);
    await decideToRestore(folder, path);
    finish(folder);
    expect(contentOf(folder).outbox).toEqual(['local/answered accepted', 'local/held accepted']);
  });

  test('keeps the answers of now, the accounts of now, their tokens, and sets the rest aside', async () => {
    const { backup, now, then } = await twoMoments();
    const folder = copyOf(now.dataFolder);
    writeFileSync(join(folder, 'tokens.json'), 'present');
    const before = contentOf(folder);
    await decideToRestore(folder, backup);
    finish(folder);
    const after = contentOf(folder);
    expect(after.questions).toEqual(contentOf(then.dataFolder).questions);
    expect(after.theme).toBe('dark');
    expect(after.outbox).toEqual(['local/answered accepted', 'local/held returned', 'local/today held']);
    expect(after.accounts).toEqual(['work', 'home']);
    expect(after.tokens).toBe('present');
    expect(contentOf(join(folder, 'before-restore-x'))).toMatchObject({
      questions: before.questions,
      theme: 'light',
      accounts: ['home'],
    });
  });

  test('killed before any of its steps, the next start ends the same', async () => {
    const { backup, now } = await twoMoments();
    const start = copyOf(now.dataFolder);
    await decideToRestore(start, backup);
    const whole = copyOf(start);
    let steps = 0;
    hook.onChange = () => {
      steps += 1;
    };
    finish(whole);
    hook.onChange = undefined;
    const wanted = contentOf(whole);
    const aside = contentOf(join(whole, 'before-restore-x'));
    expect(steps).toBeGreaterThan(8);
    for (let killedAt = 1; killedAt <= steps; killedAt++) {
      const folder = copyOf(start);
      let left = killedAt;
      hook.onChange = () => {
        left -= 1;
        if (left <= 0) throw new Error('killed');
      };
      kill(() => finish(folder));
      hook.onChange = undefined;
      finish(folder);
      expect(contentOf(folder), `killed at ${killedAt}`).toEqual(wanted);
      expect(contentOf(join(folder, 'before-restore-x'))).toEqual(aside);
      expect(leftovers(folder)).toEqual([]);
    }
  });

  test('before the person agreed, a start changes nothing and takes the unpacked parts away', async () => {
    const { backup, now } = await twoMoments();
    const folder = copyOf(now.dataFolder);
    const before = contentOf(folder);
    await readBackup({ dataFolder: folder, path: backup, signal: signal(), onStep: noSteps });
    expect(leftovers(folder)).toHaveLength(1);
    expect(finish(folder)).toEqual([]);
    expect(contentOf(folder)).toEqual(before);
    expect(leftovers(folder)).toEqual([]);
  });
});

describe('what is refused', () => {
  const read = async (path: string, dataFolder = aFolder()) => {
    const result = await readBackup({ dataFolder, path, signal: signal(), onStep: noSteps });
    expect(leftovers(dataFolder)).toHaveLength(result.ok ? 1 : 0);
    return result.ok ? 'sound' : result.error.fault;
  };

  /** A backup whose parts were changed by somebody who knows how, sums and all. */
  async function forged(changes: Record<string, Buffer | undefined>, manifest: Record<string, unknown> = {}) {
    const rig = await aLivedInInbox();
    const folder = aFolder();
    const found = await readBackup({
      dataFolder: folder,
      path: await aBackupOf(rig.dataFolder),
      signal: signal(),
      onStep: noSteps,
    });
    if (!found.ok) throw new Error(found.error.fault);
    const zip = new ZipFile();
    const files: Record<string, unknown> = {};
    for (const name of ['inbox.db', 'outbox.json', 'settings.json', 'accounts.json']) {
      const bytes = name in changes ? changes[name] : readFileSync(join(folder, found.value.staged, name));
      if (!bytes) continue;
      files[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      zip.addBuffer(bytes, name);
    }
    const head = { format: 'triage-inbox-backup', version: 1, summary: found.value.summary, files, ...manifest };
    zip.addBuffer(Buffer.from(JSON.stringify(head)), 'manifest.json');
    zip.end();
    const path = join(aFolder(), 'forged.zip');
    await pipeline(zip.outputStream as Readable, createWriteStream(path));
    return path;
  }

  async function inboxWith(sql: string): Promise<Buffer> {
    const rig = await aLivedInInbox();
    const path = join(aFolder(), 'inbox.db');
    const copy = copyOf(rig.dataFolder);
    renameSync(join(copy, 'inbox.db'), path);
    for (const tail of ['-wal', '-shm']) renameSync(join(copy, `inbox.db${tail}`), path + tail);
    const database = new DatabaseSync(path);
    database.exec(`${sql}; PRAGMA wal_checkpoint(TRUNCATE)`);
    database.close();
    return readFileSync(path);
  }

  test('unchanged, a forged one is sound: the forger works', async () => {
    expect(await read(await forged({}))).toBe('sound');
  });

  test('another archive, another file, an empty one, none at all', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('hello'), 'hello.txt');
    zip.end();
    const path = join(aFolder(), 'other.zip');
    await pipeline(zip.outputStream as Readable, createWriteStream(path));
    expect(await read(path)).toBe('foreign');
    writeFileSync(path, 'not an archive at all');
    expect(await read(path)).toBe('foreign');
    writeFileSync(path, '');
    expect(await read(path)).toBe('foreign');
  });

  test('one of a later format, and one with a database of a later version', async () => {
    expect(await read(await forged({}, { version: 2 }))).toBe('newer');
    expect(await read(await forged({ 'inbox.db': await inboxWith('PRAGMA user_version = 999') }))).toBe('newer');
  });

  test('a part that is missing, shorter than it says, or no longer reads as it was summed', async () => {
    expect(await read(await forged({ 'outbox.json': undefined }))).toBe('damaged');
    expect(await read(await forged({ 'outbox.json': Buffer.from('[{"id":1}]') }))).toBe('damaged');
    expect(await read(await forged({ 'settings.json': Buffer.from('{"theme":"pink"}') }))).toBe('damaged');
    const path = await aBackupOf((await aLivedInInbox()).dataFolder);
    const { length } = readFileSync(path);
    truncateSync(path, length - 100);
    expect(['foreign', 'damaged']).toContain(await read(path));
  });

  test('a byte that was changed anywhere in the database', async () => {
    const whole = readFileSync(await aBackupOf((await aLivedInInbox()).dataFolder));
    const path = join(aFolder(), 'spoilt.zip');
    const end = whole.indexOf('manifest.json') - 60; // before it: its header, and what closes the part before
    for (let at = whole.indexOf('inbox.db') + 20; at < end; at += Math.ceil(end / 40)) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      writeFileSync(path, spoilt);
      expect(['damaged', 'foreign'], `byte ${at}`).toContain(await read(path));
    }
  });

  test('a database that does something by itself, or is not sound', async () => {
    const trigger = 'CREATE TRIGGER evil AFTER INSERT ON drafts BEGIN DELETE FROM notifications; END';
    expect(await read(await forged({ 'inbox.db': await inboxWith(trigger) }))).toBe('damaged');
    const changed = `DROP TRIGGER history_grew; CREATE TRIGGER history_grew AFTER INSERT ON notifications WHEN new.open = 0
      BEGIN DELETE FROM drafts; END`;
    expect(await read(await forged({ 'inbox.db': await inboxWith(changed) }))).toBe('damaged');
    const bytes = await inboxWith('SELECT 1');
    bytes.fill(0xff, bytes.length - 4096 * 2);
    expect(await read(await forged({ 'inbox.db': bytes }))).toBe('damaged');
  });

  test('a name that leads elsewhere is not followed', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('{}'), 'aa/evil.json');
    zip.end();
    const path = join(aFolder(), 'slip.zip');
    await pipeline(zip.outputStream as Readable, createWriteStream(path));
    const bytes = readFileSync(path).toString('latin1').replaceAll('aa/evil', '../evil');
    writeFileSync(path, Buffer.from(bytes, 'latin1'));
    expect(await read(path)).toBe('foreign');
  });

  test('cancelled while it is read, nothing stays', async () => {
    const path = await aBackupOf((await aLivedInInbox()).dataFolder);
    const dataFolder = aFolder();
    const abort = new AbortController();
    const reading = readBackup({
      dataFolder,
      path,
      signal: abort.signal,
      onStep: () => abort.abort(new Error('cancelled')),
    });
    await expect(reading).rejects.toThrow('cancelled');
    expect(leftovers(dataFolder)).toEqual([]);
    rmSync(dataFolder, { recursive: true });
  });
});
