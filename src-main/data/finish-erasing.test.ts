import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { finishErasing } from './finish-erasing.ts';
import { decideOn, readPending } from './pending.ts';
import { aFolder, aLivedInInbox } from './testing/data-world.ts';

const hook = vi.hoisted((): { onRemove: ((path: string) => void) | undefined } => ({ onRemove: undefined }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const rmSync: typeof real.rmSync = (path, options) => {
    hook.onRemove?.(String(path));
    real.rmSync(path, options);
  };
  return { ...real, rmSync };
});

const theirs = ['holiday.jpg', 'inbox.db.txt', 'my settings.json', 'page.html', 'staging'];

/** A lived-in folder that holds things of others too, with what Chromium, the server and earlier restores leave. */
async function aFullFolder(): Promise<string> {
  const { dataFolder } = await aLivedInInbox();
  for (const name of theirs) writeFileSync(join(dataFolder, name), 'theirs');
  for (const name of ['page', 'logs', 'server', 'Crashpad', 'before-restore-2026', 'staged-a1']) {
    mkdirSync(join(dataFolder, name, 'deep'), { recursive: true });
    writeFileSync(join(dataFolder, name, 'deep', 'file'), 'ours');
  }
  for (const name of ['local-server.json', 'settings.json.12.tmp', 'window.json', 'notices.json']) {
    writeFileSync(join(dataFolder, name), 'ours');
  }
  writeFileSync(join(dataFolder, 'inbox.db.damaged-2026-01-01T00-00-00-000Z'), 'ours');
  return dataFolder;
}

test('nothing goes that was not decided', async () => {
  const folder = await aFullFolder();
  const before = readdirSync(folder);
  expect(finishErasing(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual(before);
});

test('everything of this app goes, and nothing of others', async () => {
  const folder = await aFullFolder();
  decideOn(folder, { what: 'erase' });
  expect(finishErasing(folder)).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual(theirs.toSorted());
});

test('the decision is the last to go: killed before, the next start goes on', async () => {
  const folder = await aFullFolder();
  decideOn(folder, { what: 'erase' });
  const removed: string[] = [];
  hook.onRemove = (path) => {
    removed.push(path);
    expect(readPending(folder)?.what).toBe('erase');
  };
  finishErasing(folder);
  hook.onRemove = undefined;
  expect(removed.length).toBeGreaterThan(15);
  expect(removed.at(-1)).toBe(join(folder, 'pending.json'));
});

test('what the system does not let go of is named, and the rest goes', async () => {
  const folder = await aFullFolder();
  decideOn(folder, { what: 'erase' });
  hook.onRemove = (path) => {
    if (path.endsWith('outbox.db')) throw new Error('EBUSY');
  };
  const left = finishErasing(folder);
  hook.onRemove = undefined;
  expect(left).toEqual(['outbox.db']);
  expect(readdirSync(folder).toSorted()).toEqual([...theirs, 'outbox.db'].toSorted());
  expect(finishErasing(folder)).toEqual([]); // a later start erases nothing of what came since
  expect(readPending(aFolder())).toBeUndefined();
});
