import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import { aNotification } from '#main/testing/scripted-server';
import { backUp } from './back-up.ts';
import { readBackup } from './read-backup.ts';
import { aBackupOf, aFolder, aLivedInInbox, backedUpAt, leftovers, noSteps, signal } from './testing/data-world.ts';

async function partsOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const parts = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry) => {
      zip
        .openReadStreamPromise(entry)
        .then(buffer)
        .then((bytes) => {
          parts.set(entry.fileName, bytes);
          zip.readEntry();
        }, reject);
    });
    zip.once('end', resolve);
    zip.readEntry();
  });
  zip.close();
  return parts;
}

test('a backup says what it holds, and holds no token and no key', async () => {
  const { dataFolder } = await aLivedInInbox();
  const path = await aBackupOf(dataFolder);
  const read = await readBackup({ dataFolder: aFolder(), path, signal: signal(), onStep: noSteps });
  expect(read).toMatchObject({
    ok: true,
    value: { summary: { app: '0.1.0', open: 3, history: 1, drafts: 2, waiting: 1, accounts: 1 } },
  });
  const parts = await partsOf(path);
  expect([...parts.keys()].toSorted()).toEqual([
    'accounts.json',
    'inbox.db',
    'manifest.json',
    'outbox.json',
    'settings.json',
  ]);
  for (const bytes of parts.values()) expect(bytes.includes('canary')).toBe(false);
  expect(leftovers(dataFolder)).toEqual([]);
  expect(leftovers(dirname(path))).toEqual([]);
});

test('what comes while it is written is not in it, and loses nothing', async () => {
  const rig = await aLivedInInbox();
  const path = join(aFolder(), 'backup.zip');
  let n = 0;
  const writing = backUp({
    dataFolder: rig.dataFolder,
    path,
    app: '0.1.0',
    now: backedUpAt,
    signal: signal(),
    onStep: () => rig.server.push('notification', aNotification(`late-${n++}`)),
  });
  rig.server.push('notification', aNotification('late-at-once'));
  await writing;
  expect(n).toBeGreaterThan(1);
  const copy = join(aFolder(), 'inbox.db');
  writeFileSync(copy, (await partsOf(path)).get('inbox.db') ?? '');
  const ids = (database: { prepare(sql: string): { all(): unknown[] } }) =>
    database
      .prepare('SELECT id FROM notifications ORDER BY id')
      .all()
      .map((row) => (row as { id: string }).id);
  expect(ids(new DatabaseSync(copy))).toEqual(['answered', 'drafted', 'held', 'open']);
  expect(ids(rig.engine.store.database)).toHaveLength(5 + n);
});

test('progress only grows, and ends at the whole', async () => {
  const { dataFolder } = await aLivedInInbox();
  const steps: [number, number][] = [];
  const path = join(aFolder(), 'backup.zip');
  const onStep = (done: number, total: number) => steps.push([done, total]);
  await backUp({ dataFolder, path, app: '0.1.0', now: backedUpAt, signal: signal(), onStep });
  const done = steps.map(([one]) => one);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done.at(-1)).toBe(steps.at(-1)?.[1]);
});

test.each([1, 2])('cancelled at step %i, it leaves nothing, and an older backup of that name stays', async (at) => {
  const { dataFolder } = await aLivedInInbox();
  const path = join(aFolder(), 'backup.zip');
  writeFileSync(path, 'the older one');
  const abort = new AbortController();
  let steps = 0;
  const onStep = () => {
    steps += 1;
    if (steps === at) abort.abort(new Error('cancelled'));
  };
  const writing = backUp({ dataFolder, path, app: '0.1.0', now: backedUpAt, signal: abort.signal, onStep });
  await expect(writing).rejects.toThrow('cancelled');
  expect(leftovers(dirname(path))).toEqual([]);
  expect(leftovers(dataFolder)).toEqual([]);
  expect(readFileSync(path, 'utf8')).toBe('the older one');
});

test('where it cannot be written, the reason is thrown and nothing stays', async () => {
  const { dataFolder } = await aLivedInInbox();
  const path = join(aFolder(), 'no such folder', 'backup.zip');
  await expect(aBackupOf(dataFolder, path)).rejects.toThrow('ENOENT');
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('staged-'))).toEqual([]);
});
