import base from './playwright.config.ts';

/** Pictures instead of tests: `npm run screenshots`. */
export default {
  ...base,
  outputDir: '../test-results/screenshots',
  timeout: 120_000,
  projects: [{ name: 'screenshots', testDir: '.', testMatch: ['screenshots.ts', 'pictures-of-*.ts'] }],
};
