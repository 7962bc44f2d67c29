// @ts-check
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

// Progress goes to stderr: stdout belongs to the result (a path, the server's lines, the test summary).

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Announces a step, keeps saying how long it has taken, and says when it is done.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {object} [options]
 * @param {() => Promise<string>} [options.amount] how far it got ("120 of 196 MB")
 * @param {(result: T) => string} [options.outcome] how it ended, when "done" is not the word
 * @returns {Promise<T>}
 */
export async function step(title, work, { amount, outcome = () => 'done' } = {}) {
  const startedAt = performance.now();
  const onTerminal = Boolean(process.stderr.isTTY);
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`• ${title} …`);
  const ticker = setInterval(
    async () => {
      const howFar = amount ? `, ${await amount().catch(() => '')}` : '';
      if (onTerminal) process.stderr.write(`\r\x1b[K  ${seconds()} s${howFar}`);
      else say(`  … ${seconds()} s${howFar}`);
    },
    onTerminal ? 500 : 3000,
  );
  try {
    const result = await work();
    if (onTerminal) process.stderr.write('\r\x1b[K');
    say(`  ${outcome(result)} in ${seconds()} s`);
    return result;
  } catch (error) {
    if (onTerminal) process.stderr.write('\r\x1b[K');
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Bytes in a folder that something else is writing to.
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function folderSize(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    bytes += statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
