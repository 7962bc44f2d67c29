// @ts-check
import { setTimeout as rest } from 'node:timers/promises';
import { Unmet } from './expect.mjs';

/**
 * Looks until there is something, or time is up.
 * @template T
 * @param {string} what
 * @param {() => T | undefined | false | Promise<T | undefined | false>} look
 * @param {number} [timeoutMs]
 * @returns {Promise<T>}
 */
export async function until(what, look, timeoutMs = 5_000) {
  const end = Date.now() + timeoutMs;
  for (let pause = 20; ; pause = Math.min(pause * 1.5, 250)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Unmet(`${what} did not come within ${timeoutMs / 1000} s`);
    await rest(pause);
  }
}
