// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, projectFolder } from './project.mjs';
import { run } from './run-command.mjs';
import { countVitest, withExitCode } from './test-counts.mjs';
import { oneCheck, reportOf } from './test-stages.mjs';

/** The checks that need no build. Each tool's own output goes to stderr. */
export function staticChecks() {
  return [
    oneCheck('format and lint', () => biome('ci', '.')),
    oneCheck('types', checkTypes),
    oneCheck('import boundaries', () => biome('lint', '--only=style/noRestrictedImports', '--error-on-warnings', '.')),
  ];
}

/**
 * @param {readonly string[]} [args] passed on to Vitest
 * @returns {import('./test-stages.mjs').Stage}
 */
export function unitTests(args = []) {
  return vitest('unit tests', 'vitest.config.ts', 'vitest.json', args);
}

/**
 * The engine of the app as a process of its own, killed, frozen and cut off. Needs a build.
 * @param {readonly string[]} [args] passed on to Vitest
 * @returns {import('./test-stages.mjs').Stage}
 */
export function engineTests(args = []) {
  return vitest('engine', 'e2e/engine/vitest.config.ts', 'vitest-engine.json', args);
}

/**
 * @param {string} title
 * @param {string} config
 * @param {string} reportName
 * @param {readonly string[]} args
 * @returns {import('./test-stages.mjs').Stage}
 */
function vitest(title, config, reportName, args) {
  return {
    title,
    run: async () => {
      const file = inProject('test-results', reportName);
      const { code, report } = await reportOf(file, () =>
        node(
          'vitest',
          'vitest.mjs',
          'run',
          `--config=${config}`,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
          ...args,
        ),
      );
      return withExitCode(countVitest(/** @type {import('./test-counts.mjs').VitestReport} */ (report)), code);
    },
  };
}

async function checkTypes() {
  let worst = 0;
  for (const project of typedProjects()) {
    worst = Math.max(worst, await node('typescript', 'bin/tsc', '--noEmit', '--pretty', '-p', project));
  }
  return worst;
}

/** The project itself and every folder of it that has a tsconfig.json. */
function typedProjects() {
  const folders = readdirSync(projectFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  return ['.', ...folders].map((folder) => join(folder, 'tsconfig.json')).filter((file) => existsSync(inProject(file)));
}

/** @param {...string} args */
function biome(...args) {
  return node('@biomejs/biome', 'bin/biome', ...args);
}

/**
 * @param {string} packageName
 * @param {string} script
 * @param {...string} args
 */
async function node(packageName, script, ...args) {
  const path = inProject('node_modules', ...packageName.split('/'), ...script.split('/'));
  return (await run(process.execPath, [path, ...args])).code;
}
