// @ts-check
import { asProgram } from './lib/as-program.mjs';
import { staticChecks, unitTests } from './lib/checks.mjs';
import { runStages } from './lib/test-stages.mjs';
import { setupPackages } from './setup.mjs';

// Everything that needs no Electron.
asProgram(import.meta.url, async (args) => {
  await setupPackages();
  return runStages([...staticChecks(), unitTests(args)]);
});
