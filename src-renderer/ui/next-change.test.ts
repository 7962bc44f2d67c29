import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { age, timeLeft } from '#shared/inbox/urgency';
import { nextAgeChange, nextCountdownChange } from './next-change.ts';

const at = 1_800_000_000_000;

describe('the next change of a countdown', () => {
  it('is where the words change, and nowhere earlier', () => {
    const left = fc.oneof(
      fc.integer({ min: 1, max: 400_000 }),
      fc.integer({ min: 1, max: 4_000_000 }),
      fc.integer({ min: 1, max: 300_000_000 }),
      fc.constantFrom(
        300_000,
        300_001,
        3_600_000,
        3_600_001,
        172_800_000,
        172_799_999,
        5_400_000,
        5_399_999,
        216_000_000,
      ),
    );
    fc.assert(
      fc.property(left, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (ms, part) => {
        const now = at - ms;
        const next = nextCountdownChange(at, now) ?? Number.NaN;
        expect(next).toBeGreaterThan(now);
        const between = now + Math.floor((next - now) * part);
        expect(timeLeft(at, between)).toEqual(timeLeft(at, now));
        expect(timeLeft(at, next)).not.toEqual(timeLeft(at, now));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never comes after the deadline', () => {
    expect(nextCountdownChange(at, at)).toBeUndefined();
    expect(nextCountdownChange(at, at + 5)).toBeUndefined();
  });
});

describe('the next change of an age', () => {
  it('is where the words change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000 }), (ms) => {
        const next = nextAgeChange(at, at + ms);
        expect(next).toBeGreaterThan(at + ms);
        expect(age(at, next - 1)).toBe(age(at, at + ms));
        expect(age(at, next)).not.toBe(age(at, at + ms));
      }),
    );
  });
});
