// @ts-check
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { engineTests, staticChecks, unitTests } from './lib/checks.mjs';
import { withDisplayAndBus } from './lib/display-and-bus.mjs';
import { Problem } from './lib/problem.mjs';
import { inProject } from './lib/project.mjs';
import { run } from './lib/run-command.mjs';
import { countPlaywright, withExitCode } from './lib/test-counts.mjs';
import { oneCheck, reportOf, runStages } from './lib/test-stages.mjs';
import { packageApp } from './package.mjs';
import { setup } from './setup.mjs';

const parts = ['unit', 'engine', 'e2e', 'packaged'];

// npm test [-- [--only unit|engine|e2e|packaged] [--grep <text>]]
asProgram(import.meta.url, async (args) => {
  const { only, grep } = parseArgs({
    args,
    options: { only: { type: 'string' }, grep: { type: 'string', short: 'g' } },
  }).values;
  if (only && !parts.includes(only)) throw new Problem(`--only ${only} is unknown.`, `use one of ${parts.join(', ')}.`);
  const runtime = await setup({ withoutDisplay: true, forTests: true });
  /** @param {string} part */
  const wanted = (part) => !only || only === part;
  return runStages([
    ...(only ? [] : staticChecks()),
    ...(wanted('unit') ? [unitTests(grep ? ['--testNamePattern', grep] : [])] : []),
    ...(only === 'unit' ? [] : [oneCheck('build', () => succeeds(build()))]),
    ...(wanted('engine') ? [engineTests(grep ? ['--testNamePattern', grep] : [])] : []),
    ...(wanted('e2e') ? [playwright('end-to-end', 'app', grep)] : []),
    ...(wanted('packaged') && existsSync(inProject('e2e', 'packaged'))
      ? [oneCheck('package', () => succeeds(packageApp(runtime))), playwright('packaged app', 'packaged', grep)]
      : []),
  ]);
});

/**
 * Runs one project of the Playwright configuration on a display and a session bus of its own.
 * @param {string} title
 * @param {string} project
 * @param {string | undefined} grep
 * @returns {import('./lib/test-stages.mjs').Stage}
 */
function playwright(title, project, grep) {
  return {
    title,
    run: async () => {
      const file = inProject('test-results', `playwright-${project}.json`);
      const cli = inProject('node_modules', 'playwright', 'cli.js');
      const args = ['test', '-c', 'e2e/playwright.config.ts', `--project=${project}`, '--reporter=list,json'];
      // Playwright empties its output folder at the start: each project gets its own, beside the reports.
      args.push(`--output=${inProject('test-results', `e2e-${project}`)}`, ...(grep ? ['--grep', grep] : []));
      const { code, report } = await reportOf(file, () =>
        withDisplayAndBus(
          async ({ env }) =>
            (await run(process.execPath, [cli, ...args], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } })).code,
          { ownOnes: true },
        ),
      );
      return withExitCode(
        countPlaywright(/** @type {import('./lib/test-counts.mjs').PlaywrightReport} */ (report)),
        code,
      );
    },
  };
}

/** @param {Promise<unknown>} work */
async function succeeds(work) {
  await work;
  return 0;
}
