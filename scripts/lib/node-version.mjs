// @ts-check
import { Problem } from './problem.mjs';

/** The same number as `engines.node` in package.json. */
export const oldestNode = '20.19.0';

/**
 * @param {string} version
 * @param {string} oldest
 */
export function isAtLeast(version, oldest) {
  const [major, minor, patch] = numbers(version);
  const [oldestMajor, oldestMinor, oldestPatch] = numbers(oldest);
  if (major !== oldestMajor) return major > oldestMajor;
  if (minor !== oldestMinor) return minor > oldestMinor;
  return patch >= oldestPatch;
}

export function checkNode(version = process.versions.node) {
  if (isAtLeast(version, oldestNode)) return;
  throw new Problem(
    `Node.js ${version} is too old: Triage Inbox is built with Node.js ${oldestNode} or newer.`,
    'install a current Node.js (https://nodejs.org, or your version manager), open a new terminal and run the command again.',
  );
}

/**
 * @param {string} version
 * @returns {[major: number, minor: number, patch: number]}
 */
function numbers(version) {
  const parts = version.replace(/^v/, '').split(/[.+-]/).map(Number);
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
}
