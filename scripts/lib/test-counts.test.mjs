// @ts-check
import { expect, test } from 'vitest';
import { countPlaywright, countVitest, verdict, withExitCode } from './test-counts.mjs';

/**
 * @param {string} status
 * @param {string[]} tests
 */
const file = (status, ...tests) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

/** @param {ReturnType<typeof file>[]} testResults */
const vitest = (...testResults) => countVitest({ numTotalTests: 0, numPassedTests: 0, testResults });

test('a skipped test counts as failed', () => {
  expect(vitest(file('passed', 'passed', 'skipped', 'todo'))).toMatchObject({ passed: 1, failed: 2 });
  const playwright = countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 2 }, errors: [] });
  expect(playwright).toMatchObject({ passed: 3, failed: 3 });
});

test('a file that breaks before its first test counts as one failure', () => {
  expect(vitest(file('failed'), file('passed', 'passed'))).toMatchObject({ passed: 1, failed: 1 });
  expect(vitest(file('failed', 'passed', 'failed'))).toMatchObject({ passed: 1, failed: 1 });
});

test('an error outside of any test counts as one failure', () => {
  const counts = countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] });
  expect(counts.failed).toBe(1);
});

test('a pass on a retry is a pass with a note', () => {
  const counts = countPlaywright({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] });
  expect(counts).toEqual({ passed: 2, failed: 0, notes: ['1 only on a retry'] });
});

test('a runner that failed although its tests passed counts as one failure', () => {
  const good = { passed: 2, failed: 0, notes: [] };
  expect(withExitCode(good, 1)).toMatchObject({ passed: 2, failed: 1 });
  expect(withExitCode(good, 0)).toBe(good);
  expect(withExitCode({ ...good, failed: 3 }, 1).failed).toBe(3);
});

test('the verdict is one line, and nothing passed is no success', () => {
  expect(
    verdict([
      { passed: 2, failed: 0, notes: [] },
      { passed: 1, failed: 0, notes: [] },
    ]),
  ).toEqual({
    line: '3 passed, 0 failed',
    succeeded: true,
  });
  expect(verdict([{ passed: 2, failed: 1, notes: [] }])).toEqual({ line: '2 passed, 1 failed', succeeded: false });
  expect(verdict([]).succeeded).toBe(false);
});
