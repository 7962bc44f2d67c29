import type { Page } from 'playwright/test';

/** Now in ms since 1970, to the tenth: what a page and this process read from the same machine's clock. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Throws unless the page's clock and ours tell the same time: the page's moment must lie within the shortest of some
 * round trips to it.
 */
export async function expectOneClock(page: Page): Promise<void> {
  const trips: { before: number; there: number; after: number }[] = [];
  for (let n = 0; n < 10; n++) {
    const before = now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    trips.push({ before, there, after: now() });
  }
  const [shortest] = trips.toSorted((a, b) => a.after - a.before - (b.after - b.before));
  if (!shortest || shortest.there < shortest.before - 1 || shortest.there > shortest.after + 1) {
    throw new Error(`The clocks of two processes differ: ${JSON.stringify(shortest)}.`);
  }
}
