// @ts-check
import { spawnBound } from './bound-child.mjs';
import { say } from './progress.mjs';
import { exitCode } from './run-command.mjs';

const sameKeyPressMs = 1000;

/**
 * Runs a program as if it were us: our input and output, our signals, its exit code. The first signal is passed on, so
 * that the program can end in order; a second one, later, ends it at once.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onStart?: (child: import('node:child_process').ChildProcess) => void }} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, { cwd, env = process.env, onStart } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawnBound(command, args, { cwd, env, stdio: 'inherit' });
    /** @type {number | undefined} */
    let askedAt;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
        return;
      }
      // npm passes on the Ctrl+C that the terminal has already sent us.
      if (performance.now() - askedAt < sameKeyPressMs) return;
      say('Ending it now.');
      child.kill('SIGKILL');
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, passOn);
    const stopWatching = whenNpmDies(() => passOn('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, endedBy) => {
      stopWatching();
      for (const signal of signals) process.off(signal, passOn);
      resolve(exitCode(code, endedBy));
    });
    onStart?.(child);
  });
}

/**
 * npm runs us in a shell and passes signals on to that shell only, which dies of them without a word to us.
 * @param {() => void} onDeath
 * @returns {() => void} stops watching
 */
function whenNpmDies(onDeath) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const watcher = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watcher);
    onDeath();
  }, 250);
  return () => clearInterval(watcher);
}
