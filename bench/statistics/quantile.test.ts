import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile } from './quantile.ts';

describe('quantile', () => {
  it('takes what stands in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('knows the ends, and lies between two values in proportion', () => {
    const values = [10, 20, 30, 40, 50];
    expect(quantile(values, 0)).toBe(10);
    expect(quantile(values, 1)).toBe(50);
    expect(quantile(values, 0.95)).toBeCloseTo(48);
  });

  it('orders numbers as numbers', () => {
    expect(median([100, 9, 20])).toBe(20);
  });

  it('is no number when there is nothing', () => {
    expect(median([])).toBeNaN();
  });

  it('never leaves the values, and rises with its part', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, part, part, (all, one, other) => {
        const [low, high] = [quantile(all, Math.min(one, other)), quantile(all, Math.max(one, other))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...all));
        expect(high).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });
});
