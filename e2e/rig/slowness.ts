import { spawnSync } from 'node:child_process';

/** A bare Node process starts and ends in this many ms on a quiet machine of our kind (environment.md). */
const quietMs = 60;

/**
 * How many times slower than a quiet one the machine is right now, at least 1: limits in ms are for a machine that does
 * nothing else, and here other tests run beside.
 */
export function slowness(): number {
  const times = [1, 2, 3].map(() => {
    const before = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - before;
  });
  return Math.max(1, Math.min(...times) / quietMs);
}
