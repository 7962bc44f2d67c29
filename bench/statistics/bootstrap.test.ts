import { describe, expect, it } from 'vitest';
import { Chance } from '../../e2e/rig/chance.ts';
import { differenceOfMedians, ratioOfMedians } from './bootstrap.ts';

/** Values around `middle`, as far as `spread` to either side. */
function around(middle: number, spread: number, count: number, chance: Chance): number[] {
  return Array.from({ length: count }, () => middle + (chance.next() * 2 - 1) * spread);
}

describe('ratioOfMedians', () => {
  it('is the ratio itself where nothing varies', () => {
    expect(ratioOfMedians([30, 30, 30], [20, 20])).toEqual({ value: 1.5, low: 1.5, high: 1.5 });
  });

  it('says the same of the same samples', () => {
    const [ours, floor] = [around(30, 9, 20, new Chance(1)), around(20, 5, 20, new Chance(2))];
    expect(ratioOfMedians(ours, floor)).toEqual(ratioOfMedians(ours, floor));
  });

  it('is narrower with more samples', () => {
    const width = (count: number) => {
      const { low, high } = ratioOfMedians(around(30, 9, count, new Chance(3)), around(20, 5, count, new Chance(4)));
      return high - low;
    };
    expect(width(400)).toBeLessThan(width(20) / 2);
  });

  it('holds the true ratio about as often as it says', () => {
    const chance = new Chance(5);
    const held = Array.from({ length: 100 }, () => {
      const { low, high } = ratioOfMedians(around(30, 9, 20, chance), around(20, 5, 20, chance));
      return low <= 1.5 && 1.5 <= high;
    }).filter(Boolean).length;
    expect(held).toBeGreaterThan(85);
  });

  it('is not moved by one sample that went wrong', () => {
    expect(ratioOfMedians([30, 30, 30, 30, 3_000], [20, 20, 20, 20, 20]).value).toBe(1.5);
  });
});

describe('differenceOfMedians', () => {
  it('is how much more ours is', () => {
    const { value, low, high } = differenceOfMedians([5, 6, 7], [1, 1, 1]);
    expect(value).toBe(5);
    expect(low).toBeGreaterThanOrEqual(4);
    expect(high).toBeLessThanOrEqual(6);
  });
});
