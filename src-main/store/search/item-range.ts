/**
 * The keys of `search_items` are times: seconds, then a number within the second. Open items, by when they arrived, stand
 * above all that ended, by when that was. The largest is 2^53 - 1.
 */
export const perSecond = 2 ** 21;
const lastSecond = 2 ** 31 - 1;
const firstOpen = 2 ** 52;

/** Keys from `low` to, but without, `high`. */
export type ItemRange = { low: number; high: number };

/** The keys of a stretch of time; `from` and `to` in ms, absent where it has no end. */
export function itemRange(isOpen: boolean, { from, to }: { from?: number | undefined; to?: number | undefined }) {
  const base = isOpen ? firstOpen : 0;
  const place = (ms: number | undefined, otherwise: number) => base + (ms === undefined ? otherwise : firstItem(ms));
  return { low: place(from, 0), high: place(to, firstOpen) } satisfies ItemRange;
}

/** The keys of one second. */
export function secondOf(isOpen: boolean, ms: number): ItemRange {
  const low = (isOpen ? firstOpen : 0) + firstItem(ms);
  return { low, high: low + perSecond };
}

function firstItem(ms: number): number {
  return Math.min(Math.max(Math.floor(ms / 1000), 0), lastSecond) * perSecond;
}
