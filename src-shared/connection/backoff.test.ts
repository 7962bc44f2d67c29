import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';

describe('backoff (section 6.5)', () => {
  it('is between nothing and the cap, for any number of failures and any dice', () => {
    const limits = { firstMs: 1_000, capMs: 15_000 };
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, dice) => {
        const wait = backoff(attempt, dice, limits);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(15_000, 1_000 * 2 ** attempt));
        expect(Number.isInteger(wait)).toBe(true);
      }),
    );
  });

  it('uses the whole range (full jitter)', () => {
    expect(backoff(3, 0, { firstMs: 1_000, capMs: 15_000 })).toBe(0);
    expect(backoff(3, 0.5, { firstMs: 1_000, capMs: 15_000 })).toBe(4_000);
    expect(backoff(3, 1, { firstMs: 1_000, capMs: 15_000 })).toBe(8_000);
  });
});
