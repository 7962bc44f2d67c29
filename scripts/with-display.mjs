// @ts-check
import { asProgram } from './lib/as-program.mjs';
import { withDisplayAndBus } from './lib/display-and-bus.mjs';
import { runInForeground } from './lib/foreground-child.mjs';
import { Problem } from './lib/problem.mjs';

// node scripts/with-display.mjs [--own] -- <command…>   --own: even where there is a display
asProgram(import.meta.url, async (args) => {
  const separator = args.indexOf('--');
  const [command, ...rest] = args.slice(separator + 1);
  if (!command) throw new Problem('No command given.', 'node scripts/with-display.mjs [--own] -- <command…>');
  const ownOnes = args.slice(0, Math.max(separator, 0)).includes('--own');
  return withDisplayAndBus(({ env }) => runInForeground(command, rest, { env }), { ownOnes });
});
