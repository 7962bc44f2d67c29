import { expect } from 'playwright/test';

/** Waits until something is there, and returns it. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, timeout = 10_000): Promise<T> {
  let found: T | undefined;
  await expect(async () => {
    found = await look();
    expect(found).toBeDefined();
  }).toPass({ timeout, intervals: [20, 50, 100, 250] });
  return found as T;
}
