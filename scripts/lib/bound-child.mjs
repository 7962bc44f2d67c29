// @ts-check
import { spawn } from 'node:child_process';
import { hasProgram } from './system-libraries.mjs';

/**
 * Starts a program in a process group of its own, so that Ctrl+C in the terminal reaches only us and we decide who ends
 * first. On Linux it also gets SIGTERM when we are killed without a chance to clean up.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnBound(command, args, options) {
  const bound = process.platform === 'linux' && hasProgram('setpriv');
  return bound
    ? spawn('setpriv', ['--pdeathsig', 'TERM', '--', command, ...args], { ...options, detached: true })
    : spawn(command, args, { ...options, detached: process.platform !== 'win32' });
}

/**
 * Ends a child and waits until it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
