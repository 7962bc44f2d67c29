// @ts-check
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeFailure } from './problem.mjs';
import { say } from './progress.mjs';

/**
 * Runs `main` when the module is the program that was started, not when it was imported.
 * @param {string} moduleUrl the module's `import.meta.url`
 * @param {(args: string[]) => Promise<number | void>} main returns the exit code; nothing means 0
 */
export function asProgram(moduleUrl, main) {
  const started = process.argv[1];
  if (!started || realpathSync(started) !== realpathSync(fileURLToPath(moduleUrl))) return;
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error) => {
      say(describeFailure(error));
      process.exitCode = 1;
    },
  );
}
