// @ts-check
import { watch } from 'node:fs';
import { drawIcons } from './icons.mjs';
import { asProgram } from './lib/as-program.mjs';
import { endChild, spawnBound } from './lib/bound-child.mjs';
import { sandboxArguments } from './lib/display.mjs';
import { withDisplayAndBus } from './lib/display-and-bus.mjs';
import { announceRuntime } from './lib/electron-runtime.mjs';
import { say, step } from './lib/progress.mjs';
import { inProject, projectFolder } from './lib/project.mjs';
import { setup } from './setup.mjs';

const nodePrograms = ['main', 'preload', 'server'];
const nodeFolders = ['src-main', 'src-server', 'src-shared'];
const configFile = inProject('vite.config.ts');

// The page reloads as it is edited; the other programs are built again and the app started anew.
asProgram(import.meta.url, async (args) => {
  const runtime = await setup();
  announceRuntime(runtime);
  const { createServer } = await import('vite'); // there only after the set-up
  const page = await createServer({ configFile, clearScreen: false, server: { host: '127.0.0.1' } });
  await page.listen();
  const url = page.resolvedUrls?.local[0] ?? '';
  say(`Page: ${url}`);
  try {
    await drawIcons();
    return await withDisplayAndBus(({ env }) => {
      const start = () =>
        spawnBound(runtime.executable, [...sandboxArguments(), projectFolder, ...args], {
          env: { ...env, TRIAGE_DEV_SERVER_URL: url },
          stdio: 'inherit',
        });
      return keepRunning(start);
    });
  } finally {
    await page.close();
  }
});

/**
 * Runs the app until it is closed or we are interrupted, building and starting it again after each change.
 * @param {() => import('node:child_process').ChildProcess} start
 * @returns {Promise<number>}
 */
async function keepRunning(start) {
  await buildNodePrograms();
  return new Promise((resolve) => {
    let app = start();
    let isRestarting = false;
    let changedMeanwhile = false;
    const closed = () => {
      if (!isRestarting) finish();
    };
    app.once('exit', closed);

    const restart = async () => {
      changedMeanwhile = isRestarting;
      if (isRestarting) return;
      isRestarting = true;
      const isBuilt = await buildNodePrograms().then(
        () => true,
        (error) => {
          say(`✗ ${error instanceof Error ? error.message : error}`);
          return false;
        },
      );
      if (isBuilt) {
        await endChild(app);
        app = start();
        app.once('exit', closed);
      }
      isRestarting = false;
      if (changedMeanwhile) await restart();
    };

    /** @type {NodeJS.Timeout | undefined} */
    let settling;
    const watchers = nodeFolders.map((folder) =>
      watch(inProject(folder), { recursive: true }, (_event, name) => {
        if (!name || /\.test\.tsx?$/.test(name)) return;
        clearTimeout(settling);
        settling = setTimeout(() => void restart(), 100); // an editor saves in several steps
      }),
    );

    const interrupted = () => void endChild(app);
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted);

    function finish() {
      clearTimeout(settling);
      for (const watcher of watchers) watcher.close();
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve(app.exitCode ?? 0);
    }
  });
}

async function buildNodePrograms() {
  await step('Building main, preload and server', async () => {
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({ configFile, logLevel: 'warn', mode: 'development' });
    for (const name of nodePrograms) {
      const environment = builder.environments[name];
      if (environment) await builder.build(environment);
    }
  });
}
