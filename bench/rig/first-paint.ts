import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { appEnv } from '../../e2e/rig/running-app.ts';
import { endChild, spawnBound } from '../../scripts/lib/bound-child.mjs';
import { now } from './now.ts';
import type { WatchedElectron } from './watched-electron.ts';

/** How long after its first paint a program gets to write down what the next start is quicker with, in ms. */
const settledMs = 2_000;
const patienceMs = 60_000;

/** A program, and what its data folder holds when it starts: each start finds the same. */
export type Program = { main: string; data: string };

/**
 * Starts a program a few times in its own folder: nobody's every start is the first one on this machine. `fill` puts in
 * what it has to show, before each start and at the end.
 */
export async function wornIn(
  runtime: WatchedElectron,
  desktop: Record<string, string>,
  program: Program,
  fill: () => void,
): Promise<void> {
  for (let start = 0; start < 3; start++) {
    fill();
    await paintOf(runtime, desktop, program, settledMs);
  }
  fill();
}

/** From starting the process to the first paint of what it has to show, in ms; nothing is attached to it. */
export async function firstPaint(
  runtime: WatchedElectron,
  desktop: Record<string, string>,
  { main, data }: Program,
): Promise<number> {
  const copy = mkdtempSync(join(tmpdir(), 'triage-bench-start-'));
  cpSync(data, copy, { recursive: true });
  try {
    return await paintOf(runtime, desktop, { main, data: copy }, 0);
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function paintOf(
  runtime: WatchedElectron,
  desktop: Record<string, string>,
  { main, data }: Program,
  settleMs: number,
): Promise<number> {
  const env = appEnv({
    folder: { root: data, home: data, data, remove: () => {} },
    desktop,
    env: { BENCH_MAIN: main },
  });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = now();
  const child = spawnBound(runtime.executablePath, sandbox, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const { stdout } = child;
  if (!stdout) throw new Error('The program has no stdout.');
  const paintedAt = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${main} painted nothing.`)), patienceMs);
    createInterface({ input: stdout }).on('line', (line) => {
      const at = /^painted (\S+)/.exec(line)?.[1];
      if (at === undefined) return;
      clearTimeout(timer);
      resolve(Number(at));
    });
    child.once('exit', (code) => reject(new Error(`${main} ended with ${code}.`)));
  }).finally(async () => {
    await wait(settleMs);
    await endChild(child);
  });
  return paintedAt - startedAt;
}
