// @ts-check
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeFailure } from './problem.mjs';
import { say } from './progress.mjs';
import { verdict } from './test-counts.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {{ title: string, run: () => Promise<Counts> }} Stage
 */

/**
 * Runs every stage, also after one failed, then prints the table and, last of all, the verdict.
 * @param {readonly Stage[]} stages
 * @returns {Promise<number>} the exit code
 */
export async function runStages(stages) {
  /** @type {Array<{ title: string, counts: Counts, seconds: number }>} */
  const results = [];
  for (const { title, run } of stages) {
    say(`\n── ${title}`);
    const startedAt = performance.now();
    const counts = await run().catch(asFailure);
    results.push({ title, counts, seconds: (performance.now() - startedAt) / 1000 });
  }
  const { line, succeeded } = verdict(results.map(({ counts }) => counts));
  const rows = results.map(({ title, counts, seconds }) =>
    [
      counts.failed > 0 ? '✗' : '✓',
      title.padEnd(24),
      `${counts.passed} passed`.padStart(13),
      `${counts.failed} failed`.padStart(11),
      `${seconds.toFixed(1)} s`.padStart(9),
      counts.notes.length > 0 ? `  (${counts.notes.join('; ')})` : '',
    ].join(' '),
  );
  process.stdout.write(`\n${rows.join('\n')}\n\n${line}\n`);
  return succeeded ? 0 : 1;
}

/**
 * One check that passes or fails as a whole.
 * @param {string} title
 * @param {() => Promise<number>} check returns an exit code
 * @returns {Stage}
 */
export function oneCheck(title, check) {
  return {
    title,
    run: async () =>
      (await check()) === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] },
  };
}

/**
 * Runs a test runner that writes a JSON report, and reads the report of this very run.
 * @param {string} file
 * @param {() => Promise<number>} runner returns its exit code
 * @returns {Promise<{ code: number, report: unknown }>}
 */
export async function reportOf(file, runner) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const code = await runner();
  try {
    return { code, report: JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    throw new Error(`The test runner ended with code ${code} and left no report.`);
  }
}

/**
 * @param {unknown} error
 * @returns {Counts}
 */
function asFailure(error) {
  say(describeFailure(error));
  return { passed: 0, failed: 1, notes: ['did not run to its end'] };
}
