// @ts-check
import { asProgram } from './lib/as-program.mjs';
import { hasDisplay } from './lib/display.mjs';
import { announceRuntime, electronRuntime } from './lib/electron-runtime.mjs';
import { installPackages } from './lib/installed-packages.mjs';
import { checkNode } from './lib/node-version.mjs';
import { say } from './lib/progress.mjs';
import { checkSystemLibraries } from './lib/system-libraries.mjs';

/** What building, checking and the lone server need: Node and the packages. */
export async function setupPackages() {
  checkNode();
  await installPackages();
}

/**
 * Everything the app needs to start. Does nothing that is already done.
 * @param {{ retryOfficial?: boolean, withoutDisplay?: boolean, forTests?: boolean }} [options]
 */
export async function setup({ retryOfficial = false, withoutDisplay = !hasDisplay(), forTests = false } = {}) {
  await setupPackages();
  const runtime = await electronRuntime({ retryOfficial });
  await checkSystemLibraries({ executable: runtime.executable, withoutDisplay, forTests });
  return runtime;
}

asProgram(import.meta.url, async () => {
  announceRuntime(await setup({ retryOfficial: true }));
  say('✓ Set up. "npm start" starts the app.');
});
