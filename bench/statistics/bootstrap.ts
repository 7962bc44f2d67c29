import { Chance } from '../../e2e/rig/chance.ts';
import { median } from './quantile.ts';

export type Interval = { value: number; low: number; high: number };

const rounds = 1_000;
const seed = 20_261_122;

/**
 * Our median as a multiple of the floor's, with the interval that 95 of 100 resamplings fall into. Each side is drawn
 * again by itself: the samples of a pair do not belong together more than any others. The same samples give the same
 * interval, always.
 */
export function ratioOfMedians(ours: readonly number[], floor: readonly number[]): Interval {
  return resampled(ours, floor, (one, other) => one / other);
}

/** The same for how much more we take. */
export function differenceOfMedians(ours: readonly number[], floor: readonly number[]): Interval {
  return resampled(ours, floor, (one, other) => one - other);
}

function resampled(
  ours: readonly number[],
  floor: readonly number[],
  compare: (ours: number, floor: number) => number,
): Interval {
  const chance = new Chance(seed);
  const again = (values: readonly number[]) => median(values.map(() => chance.pick(values)));
  const drawn = Array.from({ length: rounds }, () => compare(again(ours), again(floor))).toSorted((a, b) => a - b);
  return {
    value: compare(median(ours), median(floor)),
    low: drawn[Math.floor(rounds * 0.025)] ?? Number.NaN,
    high: drawn[Math.ceil(rounds * 0.975) - 1] ?? Number.NaN,
  };
}
