// @ts-check

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} notes what the table says besides the numbers
 */

/**
 * Counts a Vitest JSON report. A skipped or unfinished test is not a passed one; a file that broke before its first
 * test counts as one failure.
 * @param {VitestReport} report
 * @returns {Counts}
 *
 * @typedef {object} VitestReport
 * @property {number} numTotalTests
 * @property {number} numPassedTests
 * @property {Array<{ status: string, name: string, assertionResults: Array<{ status: string }> }>} testResults
 */
export function countVitest(report) {
  const statuses = report.testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const skipped = statuses.filter((status) => status !== 'passed' && status !== 'failed').length;
  return { passed, failed: statuses.length - passed + broken.length, notes: skippedNote(skipped) };
}

/**
 * Counts a Playwright JSON report. A test that passed on a retry counts as passed and is named; an error outside of any
 * test (a broken file, a failed global set-up) counts as one failure.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 *
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
    notes: [...skippedNote(stats.skipped), ...(stats.flaky > 0 ? [`${stats.flaky} only on a retry`] : [])],
  };
}

/**
 * A report can say that all is well when its runner did not: then something outside the tests failed.
 * @param {Counts} counts
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function withExitCode(counts, code) {
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, notes: [...counts.notes, `its runner ended with code ${code}`] };
}

/**
 * The last line of `npm test`.
 * @param {readonly Counts[]} all
 */
export function verdict(all) {
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, succeeded: failed === 0 && passed > 0 };
}

/** @param {number} skipped */
function skippedNote(skipped) {
  return skipped > 0 ? [`${skipped} skipped, which counts as failed`] : [];
}
