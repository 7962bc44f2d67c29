import { cpSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { makeAppFolder } from '../../e2e/rig/folder.ts';
import { appEnv } from '../../e2e/rig/running-app.ts';
import { endChild, spawnBound } from '../../scripts/lib/bound-child.mjs';
import { now } from './now.ts';
import type { WatchedElectron } from './watched-electron.ts';

/**
 * From starting the process to the first paint of what it has to show, in ms; nothing is attached to it. `data`: what its
 * data folder holds, copied, so that each start finds the same.
 */
export async function firstPaint(
  runtime: WatchedElectron,
  desktop: Record<string, string>,
  main: string,
  data?: string,
): Promise<number> {
  const folder = makeAppFolder();
  if (data) cpSync(data, folder.data, { recursive: true });
  const env = appEnv({ folder, desktop, env: { BENCH_MAIN: main } });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = now();
  const child = spawnBound(runtime.executablePath, sandbox, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  if (!child.stdout) throw new Error('The program has no stdout.');
  let paintedAt: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    paintedAt = Number(/^painted (\S+)/.exec(line)?.[1] ?? Number.NaN);
    if (!Number.isNaN(paintedAt)) break;
  }
  await endChild(child);
  folder.remove();
  if (paintedAt === undefined || Number.isNaN(paintedAt)) throw new Error(`${main} painted nothing.`);
  return paintedAt - startedAt;
}
