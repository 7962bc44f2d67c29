import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Action, type ActionOf } from '#shared/protocol/action';
import { readScale, scaleEnds, scalePlace, scaleTicks } from './scale-input.ts';

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
