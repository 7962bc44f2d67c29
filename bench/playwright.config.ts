import base from '../e2e/playwright.config.ts';

/** Measurements instead of tests: `npm run bench`. One at a time, each with all the time it needs. */
export default {
  ...base,
  outputDir: '../test-results/bench',
  fullyParallel: false,
  workers: 1,
  timeout: 900_000,
  reporter: [['./report/reporter.ts']],
  projects: [{ name: 'bench', testDir: '.', testMatch: 'run.ts' }],
};
