import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What a process and all that it started use, as Linux counts it. */
export const isCounted = process.platform === 'linux';

/** Memory in MB, what is shared divided among those who share it (PSS). */
export function memoryOf(root: number): number {
  const kilobytes = treeOf(root).map((pid) => Number(/^Pss:\s+(\d+)/m.exec(contentOf(pid, 'smaps_rollup'))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** How much of a core it uses over some time, in per cent. */
export async function processorShareOf(root: number, overMs: number): Promise<number> {
  const before = secondsOf(root);
  const startedAt = performance.now();
  await setTimeout(overMs);
  return ((secondsOf(root) - before) / ((performance.now() - startedAt) / 1000)) * 100;
}

/** Of every thread by itself: only there Linux counts finer than in hundredths of a second. */
function secondsOf(root: number): number {
  const nanoseconds = treeOf(root).flatMap((pid) =>
    entriesOf(pid, 'task').map((thread) => Number(contentOf(pid, `task/${thread}/schedstat`).split(' ')[0])),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9;
}

function treeOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(fieldsOf(contentOf(Number(name), 'stat'))[1]) }));
  const tree = [root];
  for (const one of tree) tree.push(...parents.filter(({ parent }) => parent === one).map(({ pid }) => pid));
  return tree;
}

/** What stands after the program's name, which may hold blanks and brackets: state, parent, … */
export function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function entriesOf(pid: number, folder: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/${folder}`);
  } catch {
    return [];
  }
}

/** Empty when the process is gone. */
function contentOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
