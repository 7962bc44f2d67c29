// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { say, step } from './progress.mjs';
import { projectFolder } from './project.mjs';
import { runNpm } from './run-command.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/** Runs `npm ci` when node_modules is not what the lock file says. */
export async function installPackages(folder = projectFolder) {
  const difference = differenceFromLock(
    readJson(join(folder, 'package-lock.json')),
    readJson(join(folder, 'node_modules', '.package-lock.json')),
    (path) => existsSync(join(folder, path, 'package.json')),
  );
  if (!difference) return;
  await step(`Installing packages (${difference})`, async () => {
    const { code, output, errors } = await runNpm(['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
      cwd: folder,
      capture: true,
    });
    if (code !== 0) {
      say((output + errors).trim());
      throw new Problem(
        `npm ci failed (exit ${code}).`,
        'check the connection to the npm registry; if the lock file does not fit package.json, run "npm install" and commit package-lock.json.',
      );
    }
    say(`  ${output.trim().split('\n').at(-1) ?? ''}`);
  });
}

/**
 * Why node_modules has to be installed again, or undefined when it holds what the lock file says. npm writes the list of
 * what it installed to node_modules/.package-lock.json, last; an interrupted installation therefore has none.
 * @param {LockFile | undefined} lock
 * @param {LockFile | undefined} installed
 * @param {(path: string) => boolean} isPresent
 */
export function differenceFromLock(lock, installed, isPresent) {
  if (!lock?.packages) {
    throw new Problem(
      'package-lock.json is missing or unreadable.',
      'restore it with "git checkout package-lock.json".',
    );
  }
  if (!installed?.packages) return 'nothing is installed yet';
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '' || wanted.link) continue;
    const got = installed.packages[path];
    if (!got) {
      if (wanted.optional || wanted.devOptional) continue;
      return `${path} is missing`;
    }
    if (got.version !== wanted.version || got.integrity !== wanted.integrity) return `${path} changed`;
    if (!isPresent(path)) return `${path} was removed`;
  }
  const left = Object.keys(installed.packages).find((path) => !lock.packages?.[path]);
  return left ? `${left} is no longer needed` : undefined;
}

/**
 * @param {string} path
 * @returns {LockFile | undefined}
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
