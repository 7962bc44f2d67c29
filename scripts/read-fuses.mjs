// @ts-check
import { asProgram } from './lib/as-program.mjs';
import { readFuses } from './lib/fuses.mjs';
import { Problem } from './lib/problem.mjs';

// node scripts/read-fuses.mjs <Electron executable>
asProgram(import.meta.url, async ([executable]) => {
  if (!executable) throw new Problem('No executable given.', 'node scripts/read-fuses.mjs <Electron executable>');
  process.stdout.write(`${JSON.stringify(await readFuses(executable), null, 2)}\n`);
});
