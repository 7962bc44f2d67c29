// @ts-check
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { Problem } from './lib/problem.mjs';
import { inProject } from './lib/project.mjs';
import { run } from './lib/run-command.mjs';
import { setupPackages } from './setup.mjs';

// npm run engine-test [-- [--only R1] [--seed <number>]]: the engine's promises alone, with the dice of an earlier run.
asProgram(import.meta.url, async (args) => {
  const { only, seed } = parseArgs({ args, options: { only: { type: 'string' }, seed: { type: 'string' } } }).values;
  if (only && !/^R\d+$/.test(only)) throw new Problem(`--only ${only} is unknown.`, 'name a promise, such as R1.');
  if (seed && !/^\d+$/.test(seed)) throw new Problem(`--seed ${seed} is no seed.`, 'give a whole number.');
  await setupPackages();
  await buildIfStale();
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const wanted = only ? ['--testNamePattern', `^${only}:`] : [];
  const env = { ...process.env, ...(seed && { TRIAGE_ENGINE_SEED: seed }) };
  return (await run(process.execPath, [vitest, 'run', '--config=e2e/engine/vitest.config.ts', ...wanted], { env }))
    .code;
});
