// @ts-check
import { buildIfStale } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { inProject } from './lib/project.mjs';
import { run } from './lib/run-command.mjs';
import { setup } from './setup.mjs';

// The pictures of the README into docs/images, one of every state into screenshots/ (which git ignores).
asProgram(import.meta.url, async () => {
  await setup({ withoutDisplay: true });
  await buildIfStale();
  const cli = inProject('node_modules', 'playwright', 'cli.js');
  const { code } = await run(process.execPath, [cli, 'test', '-c', 'e2e/screenshots.config.ts']);
  return code;
});
