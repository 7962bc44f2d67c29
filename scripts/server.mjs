// @ts-check
import { buildIfStale } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { runInForeground } from './lib/foreground-child.mjs';
import { inProject } from './lib/project.mjs';
import { setupPackages } from './setup.mjs';

// stdout carries only the server's own lines.
asProgram(import.meta.url, async (args) => {
  await setupPackages();
  await buildIfStale();
  return runInForeground(process.execPath, [inProject('dist', 'server', 'standalone.cjs'), ...args]);
});
