// @ts-check
import { asProgram } from './lib/as-program.mjs';
import { setup } from './setup.mjs';

asProgram(import.meta.url, async () => {
  const { executable } = await setup();
  process.stdout.write(`${executable}\n`);
});
