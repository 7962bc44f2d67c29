// @ts-check
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Fills a folder all or nothing: `fill` works in a temporary folder beside it, which takes its name only when complete.
 * @param {string} folder
 * @param {(temporary: string) => Promise<void>} fill
 */
export async function replaceFolder(folder, fill) {
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  chmodSync(temporary, 0o755); // mkdtemp makes it private
  try {
    await fill(temporary);
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
