import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnStep, lastReachable, neighbours, stepAt, stepFrom } from './steps.ts';

/** A grid in decimal writing: base and step as people write them, up to six digits after the point. */
const decimalGrid = fc.record({
  digits: fc.integer({ min: 0, max: 6 }),
  base: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  step: fc.integer({ min: 1, max: 100_000 }),
  steps: fc.integer({ min: 0, max: 10_000 }),
});

/** Writes `units` hundredths (thousandths …) the way a sender would, and reads it as JSON does. */
function decimal(units: number, digits: number): number {
  return Number(`${units}e-${digits}`);
}

describe('the grid of a number (section 11.6)', () => {
  it('0.1 to 0.9 in steps of 0.05: accepts 0.35, refuses 0.37', () => {
    for (let i = 0; i <= 16; i++) expect(isOnStep(decimal(10 + 5 * i, 2), 0.1, 0.05)).toBe(true);
    expect(isOnStep(0.35, 0.1, 0.05)).toBe(true);
    expect(isOnStep(0.37, 0.1, 0.05)).toBe(false);
  });

  it('accepts every point of a grid that is written in decimals', () => {
    fc.assert(
      fc.property(decimalGrid, ({ digits, base, step, steps }) => {
        const value = decimal(base + step * steps, digits);
        expect(isOnStep(value, decimal(base, digits), decimal(step, digits))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('refuses what lies between two points', () => {
    fc.assert(
      fc.property(decimalGrid, fc.integer({ min: 1, max: 999 }), ({ digits, base, step, steps }, thousandth) => {
        const value = decimal((base + step * steps) * 1000 + step * thousandth, digits + 3);
        expect(isOnStep(value, decimal(base, digits), decimal(step, digits))).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('an amount of money above a million keeps its cents', () => {
    expect(isOnStep(1_000_000.07, 1_000_000, 0.01)).toBe(true);
    expect(isOnStep(1_000_000.075, 1_000_000, 0.01)).toBe(false);
  });

  it('tolerates a billionth of a step and not much more', () => {
    expect(isOnStep(3 + 5e-10, 0, 1)).toBe(true);
    expect(isOnStep(3 + 5e-9, 0, 1)).toBe(false);
  });

  it('names the two points around a value without floating-point dust', () => {
    expect(neighbours(0.37, 0.1, 0.05)).toEqual({ below: 0.35, above: 0.4 });
    expect(neighbours(-7, 0, 5)).toEqual({ below: -10, above: -5 });
    expect(stepAt(0.1, 0.2, 1)).toBe(0.3);
    expect(stepAt(0, 1e-7, 3)).toBe(3e-7);
    expect(Object.is(stepAt(0.3, 0.1, -3), 0)).toBe(true);
  });
});

describe('stepping with the arrow keys', () => {
  const field = fc
    .record({
      digits: fc.integer({ min: 0, max: 3 }),
      low: fc.option(fc.integer({ min: -10_000, max: 10_000 }), { nil: undefined }),
      span: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined }),
      high: fc.integer({ min: -10_000, max: 10_000 }),
      step: fc.integer({ min: 1, max: 500 }),
    })
    .map(({ digits, low, span, high, step }) => ({
      min: low === undefined ? undefined : decimal(low, digits),
      max: span === undefined ? undefined : decimal(low === undefined ? high : low + span, digits),
      step: decimal(step, digits),
    }));
  const start = fc.option(fc.double({ min: -20_000, max: 20_000, noNaN: true }), { nil: undefined });
  const direction = fc.constantFrom(1 as const, -1 as const);

  it('never leaves the bounds and always lands on the grid', () => {
    fc.assert(
      fc.property(field, start, direction, (bounds, value, way) => {
        const next = stepFrom(value, way, bounds);
        if (bounds.min !== undefined) expect(next).toBeGreaterThanOrEqual(bounds.min);
        if (bounds.max !== undefined) expect(next).toBeLessThanOrEqual(bounds.max);
        expect(isOnStep(next, bounds.min ?? 0, bounds.step)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('up goes up and down goes down, until the end of the grid', () => {
    fc.assert(
      fc.property(field, start, direction, (bounds, value, way) => {
        const from = stepFrom(value, way, bounds);
        const next = stepFrom(from, way, bounds);
        expect(way * (next - from)).toBeGreaterThanOrEqual(0);
        if (next !== from) expect(stepFrom(next, way === 1 ? -1 : 1, bounds)).toBe(from);
      }),
      { numRuns: 3_000 },
    );
  });

  it('from an odd value it goes to the next point of the grid in that direction', () => {
    expect(stepFrom(12, 1, { min: 5, max: 50, step: 5 })).toBe(15);
    expect(stepFrom(12, -1, { min: 5, max: 50, step: 5 })).toBe(10);
    expect(stepFrom(0.5, 1, {})).toBe(1);
    expect(stepFrom(99, 1, { min: 0, max: 10, step: 3 })).toBe(9);
    expect(stepFrom(-99, -1, { min: 2, max: 10, step: 3 })).toBe(2);
  });

  it('without a value it starts at the lower bound, or at the point nearest to zero', () => {
    expect(stepFrom(undefined, 1, { min: 5, max: 50, step: 5 })).toBe(5);
    expect(stepFrom(undefined, 1, {})).toBe(0);
    expect(stepFrom(undefined, -1, { max: -5, step: 2 })).toBe(-6);
  });
});

describe('the last value of a scale (section 11.7)', () => {
  it.each([
    [1, 10, 2, 9],
    [0, 10, 5, 10],
    [-3, 3, 4, 1],
    [1, 1, 1, 1],
    [0, 3, 10, 0],
  ])('from %i to %i in steps of %i it is %i', (min, max, step, last) => {
    expect(lastReachable(min, max, step)).toBe(last);
  });
});
