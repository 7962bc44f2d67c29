// @ts-check
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { engineTests } from './lib/checks.mjs';
import { Problem } from './lib/problem.mjs';
import { runStages } from './lib/test-stages.mjs';
import { setupPackages } from './setup.mjs';

// npm run engine-test [-- [--only R1] [--seed <number>]]: the promises about the engine, with the dice of an earlier run.
asProgram(import.meta.url, async (args) => {
  const { only, seed } = parseArgs({ args, options: { only: { type: 'string' }, seed: { type: 'string' } } }).values;
  if (only && !/^R\d+$/.test(only)) throw new Problem(`--only ${only} is unknown.`, 'name a promise, such as R1.');
  if (seed && !/^\d+$/.test(seed)) throw new Problem(`--seed ${seed} is unknown.`, 'a seed is a whole number.');
  await setupPackages();
  await buildIfStale();
  if (seed) process.env.TRIAGE_ENGINE_SEED = seed;
  return runStages([engineTests(only ? ['--testNamePattern', `^${only}:`] : [])]);
});
