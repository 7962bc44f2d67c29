import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Action, type ActionOf } from '#shared/protocol/action';
import { bigStep, bigStepFrom, readScale, scaleEnds, scalePlace, scaleTicks } from './scale-input.ts';

const aScale = (min: number, max: number, step = 1) =>
  Action.parse({
    id: 's',
    label: 'How sure?',
    response_type: 'scale',
    constraints: { min, max, step },
  }) as ActionOf<'scale'>;

describe('a scale', () => {
  it('has no value before one was chosen', () => {
    expect(readScale(aScale(1, 5), undefined)).toMatchObject({ error: { because: 'empty' } });
    expect(readScale(aScale(1, 5), 1)).toEqual({ ok: true, value: 1 });
  });

  it('ends at the last step that can be reached', () => {
    expect(scaleEnds(aScale(0, 10, 4))).toEqual({ min: 0, max: 8, step: 4 });
    expect(scaleTicks(aScale(0, 10, 4))).toEqual([0, 4, 8]);
  });

  it('labels every position up to eleven, and even parts beyond', () => {
    expect(scaleTicks(aScale(1, 5))).toEqual([1, 2, 3, 4, 5]);
    expect(scaleTicks(aScale(0, 100, 25))).toEqual([0, 25, 50, 75, 100]);
    expect(scaleTicks(aScale(0, 100))).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(scaleTicks(aScale(0, 13))).toEqual([0, 13]);
    expect(scaleTicks(aScale(3, 3))).toEqual([3]);
  });

  it('has fewer numbers where they are long', () => {
    expect(scaleTicks(aScale(0, 1_000_000))).toEqual([0, 250_000, 500_000, 750_000, 1_000_000]);
    expect(scaleTicks(aScale(0, 1e15))).toEqual([0, 1e15]);
    expect(scaleTicks(aScale(100_000, 1_000_000, 100_000)).length).toBeLessThan(6);
  });

  it('goes a tenth of its length with Page Up, in whole steps, and never beyond its ends', () => {
    expect(bigStep(aScale(0, 1_000_000))).toBe(100_000);
    expect(bigStep(aScale(1, 5))).toBe(1);
    expect(bigStepFrom(aScale(0, 1_000_000), 950_001, 1)).toBe(1_000_000);
    expect(bigStepFrom(aScale(0, 1_000_000), 50, -1)).toBe(0);
    expect(bigStepFrom(aScale(0, 100, 7), 0, 1)).toBe(7);
  });

  it('labels only values that can be sent, in any scale', () => {
    const bound = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(bound, fc.nat(2000), fc.integer({ min: 1, max: 50 }), (min, span, step) => {
        const action = aScale(min, min + span, step);
        const ticks = scaleTicks(action);
        expect(ticks.length).toBeLessThanOrEqual(11);
        for (const tick of ticks) {
          expect(readScale(action, tick).ok).toBe(true);
          expect(scalePlace(action, tick)).toBeGreaterThanOrEqual(0);
          expect(scalePlace(action, tick)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
