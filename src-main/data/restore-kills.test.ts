import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { TestEngine } from '#main/testing/test-engine';
import { readPending } from './pending.ts';
import { aBackupOf, aFolder, aLivedInInbox, contentOf, decideToRestore, leftovers } from './testing/data-world.ts';

const project = resolve(import.meta.dirname, '..', '..');
let outDir: string;
beforeAll(async () => {
  mkdirSync(join(project, '.cache'), { recursive: true });
  outDir = mkdtempSync(join(project, '.cache', 'restore-under-test-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      outDir,
      target: 'node20',
      minify: false,
      ssr: join(import.meta.dirname, 'testing', 'restore-process.ts'),
      rolldownOptions: {
        external: ['@photostructure/sqlite'],
        output: { format: 'cjs', entryFileNames: 'restore-process.cjs' },
      },
    },
  });
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** Starts the restore and kills it so many ms after it began; without a time it comes to its end. */
async function restore(dataFolder: string, killAfterMs?: number): Promise<void> {
  const child = spawn(process.execPath, [join(outDir, 'restore-process.cjs'), dataFolder]);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  if (killAfterMs !== undefined) {
    await setTimeout(killAfterMs);
    child.kill('SIGKILL');
  }
  await ended;
}

test('a process that is killed while it restores leaves what the next one brings to the same end', async () => {
  const then = await aLivedInInbox();
  const now = new TestEngine();
  now.server.ask(aNotification('today'));
  await now.connect();
  const start = aFolder();
  cpSync(now.dataFolder, start, { recursive: true });
  await decideToRestore(start, await aBackupOf(then.dataFolder));

  const whole = aFolder();
  cpSync(start, whole, { recursive: true });
  await restore(whole);
  const wanted = contentOf(whole);
  expect(wanted.questions).toHaveLength(4);

  let unfinished = 0;
  for (let killed = 0; killed < 16; killed++) {
    const folder = aFolder();
    cpSync(start, folder, { recursive: true });
    await restore(folder, (killed % 8) * 2);
    if (readPending(folder)) unfinished += 1;
    await restore(folder);
    expect(contentOf(folder), `killed after ${(killed % 8) * 2} ms`).toEqual(wanted);
    expect(leftovers(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  }
  expect(unfinished).toBeGreaterThan(0);
});
