// @ts-check
import { spawn } from 'node:child_process';
import { projectFolder } from './project.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 128 + signal number when a signal ended it, 127 when it could not be started
 * @property {string} output stdout, when captured
 * @property {string} errors stderr, when captured
 */

/**
 * Runs a program to its end. Without `capture` its output goes to our stderr, so that stdout stays the result's.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.capture]
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { cwd = projectFolder, env = process.env, capture = false, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      signal,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    });
    let output = '';
    let errors = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.on('error', (error) => resolve({ code: 127, output, errors: `${errors}${error.message}` }));
    child.on('close', (code, endedBy) => resolve({ code: exitCode(code, endedBy), output, errors }));
  });
}

/**
 * Runs npm itself: the copy that started us when there is one, since `npm` is a script that Windows cannot spawn.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const npmCli = process.env.npm_execpath;
  if (npmCli?.endsWith('.js')) return run(process.execPath, [npmCli, ...args], options);
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} endedBy
 */
export function exitCode(code, endedBy) {
  if (code !== null) return code;
  return 128 + (endedBy ? (signalNumbers[endedBy] ?? 0) : 0);
}

/** @type {Partial<Record<NodeJS.Signals, number>>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };
