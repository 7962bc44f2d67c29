// @ts-check
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { runInForeground } from './lib/foreground-child.mjs';
import { Problem } from './lib/problem.mjs';
import { say } from './lib/progress.mjs';
import { inProject } from './lib/project.mjs';
import { setup } from './setup.mjs';

const usage = `npm run bench [-- --only P7,P8] [--quick | --samples 40] [--all] [--json FILE]

Measures the promises of docs/performance.md in the built app and in a bare Electron beside it, and prints them as a table.
Close what else runs: the figures are times.

  --only P7,P8   only these
  --quick        few samples and small data: a look in under two minutes, no more
  --samples N    of each side; 20 without it
  --all          also what takes many minutes
  --json FILE    where every sample goes; test-results/bench.json without it

The exit code is 0 unless a measure could not run: a figure that misses its bar is for people to judge.`;

const options = /** @type {const} */ ({
  only: { type: 'string' },
  quick: { type: 'boolean' },
  samples: { type: 'string' },
  all: { type: 'boolean' },
  json: { type: 'string' },
  help: { type: 'boolean' },
});

asProgram(import.meta.url, async (args) => {
  const { only, quick, samples, all, json, help } = parseArgs({ args, options }).values;
  if (help) return void console.log(usage);
  if (only && !/^P\d+(,P\d+)*$/i.test(only)) throw new Problem(`--only ${only} is unknown.`, `\n${usage}`);
  if (samples && !/^[1-9]\d*$/.test(samples)) throw new Problem(`--samples ${samples} is no number.`, `\n${usage}`);
  const { kind, version } = await setup({ withoutDisplay: true, forTests: true });
  await buildIfStale();
  const file = json ? resolve(json) : inProject('test-results', 'bench.json');
  mkdirSync(dirname(file), { recursive: true });
  const cli = inProject('node_modules', 'playwright', 'cli.js');
  const code = await runInForeground(process.execPath, [cli, 'test', '-c', 'bench/playwright.config.ts'], {
    cwd: inProject(),
    env: {
      ...process.env,
      BENCH_JSON: file,
      BENCH_RUNTIME: `Electron ${version}${kind === 'stand-in' ? ' (stand-in for development)' : ''}`,
      ...(only && { BENCH_ONLY: only }),
      ...(samples && { BENCH_SAMPLES: samples }),
      ...(quick && { BENCH_QUICK: '1' }),
      ...(all && { BENCH_ALL: '1' }),
    },
  });
  say(`Every sample is in ${file}`);
  return code;
});
