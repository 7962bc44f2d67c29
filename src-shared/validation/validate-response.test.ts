import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Action, type ResponseType, responseTypes } from '../protocol/action.ts';
import { anyText } from '../testing/any-text.ts';
import { type Json, wireActions } from '../testing/builders.ts';
import { codePoints, validateResponse } from './validate-response.ts';
import { codeOfViolation } from './violation.ts';

function anAction(type: ResponseType, changes: Json = {}): Action {
  return Action.parse({ ...wireActions[type], ...changes });
}

/** The refusal code of the protocol, or `accepted`. */
function verdict(action: Action, data: unknown): string {
  const result = validateResponse(action, data);
  return result.ok ? 'accepted' : codeOfViolation(result.error);
}
const wrongType = 'INVALID_RESPONSE_DATA'; // 400
const outside = 'CONSTRAINT_VIOLATION'; // 422 (resolution 20.15)

/** JSON types that each response type takes; everything else is the wrong type. */
const takes: Record<ResponseType, (data: unknown) => boolean> = {
  simple: (data) => data === null,
  binary: (data) => typeof data === 'boolean',
  choice: (data) => typeof data === 'string',
  multi_choice: (data) => Array.isArray(data) && data.every((one) => typeof one === 'string'),
  text: (data) => typeof data === 'string',
  number: (data) => typeof data === 'number',
  scale: (data) => typeof data === 'number',
  datetime: (data) => typeof data === 'string',
};

describe.each(responseTypes)('an answer to %s', (type) => {
  const action = anAction(type);

  it('is refused with 400 when its JSON type is another', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        fc.pre(!takes[type](data));
        expect(verdict(action, data)).toBe(wrongType);
      }),
    );
  });

  it('never makes the validator throw, and comes out as it went in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const result = validateResponse(action, data);
        if (result.ok) expect(result.value).toEqual(data);
      }),
    );
  });

  it(`${type === 'simple' ? 'may' : 'must not'} be left out`, () => {
    expect(verdict(action, undefined)).toBe(type === 'simple' ? 'accepted' : wrongType);
    expect(verdict(action, null)).toBe(type === 'simple' ? 'accepted' : wrongType);
  });
});

describe('simple (11.1)', () => {
  it('carries null, also when the field was left out', () => {
    expect(validateResponse(anAction('simple'), undefined)).toEqual({ ok: true, value: null });
  });
});

describe('binary (11.2)', () => {
  it('takes true and false, never "true" or 1', () => {
    expect([true, false, 'true', 1, 0, ''].map((data) => verdict(anAction('binary'), data))).toEqual([
      'accepted',
      'accepted',
      ...new Array(4).fill(wrongType),
    ]);
  });
});

describe('choice (11.3)', () => {
  it('takes the value of an option, not its label, and refuses any other with 400', () => {
    expect(verdict(anAction('choice'), 'a')).toBe('accepted');
    expect(verdict(anAction('choice'), 'Option A')).toBe(wrongType);
    expect(verdict(anAction('choice'), 'A')).toBe(wrongType);
    expect(verdict(anAction('choice'), 'toString')).toBe(wrongType);
  });
});

describe('multi_choice (11.4)', () => {
  it('takes nothing when there is no minimum', () => {
    expect(verdict(anAction('multi_choice'), [])).toBe('accepted');
  });

  it('accepts exactly the selections within the constraints', () => {
    const bounds = fc.record({ min: fc.nat(3), more: fc.option(fc.nat(3), { nil: undefined }) });
    fc.assert(
      fc.property(bounds, fc.shuffledSubarray(['a', 'b', 'c']), ({ min, more }, chosen) => {
        const max = more === undefined ? undefined : min + more;
        const action = anAction('multi_choice', { constraints: { min_selections: min, max_selections: max } });
        const fits = chosen.length >= min && (max === undefined || chosen.length <= max);
        expect(verdict(action, chosen)).toBe(fits ? 'accepted' : outside);
      }),
    );
  });

  it('refuses what is no option (400) and what is chosen twice (422)', () => {
    expect(verdict(anAction('multi_choice'), ['a', 'z'])).toBe(wrongType);
    expect(verdict(anAction('multi_choice'), ['a', 'b', 'a'])).toBe(outside);
  });
});

describe('text (11.5)', () => {
  it('counts Unicode code points, on both bounds', () => {
    const text = anyText(0, 30);
    fc.assert(
      fc.property(text, fc.nat(10), fc.nat(20), (data, min, more) => {
        const action = anAction('text', { constraints: { min_length: min, max_length: min + more } });
        const length = Array.from(data).length;
        expect(codePoints(data)).toBe(length);
        expect(verdict(action, data)).toBe(length >= min && length <= min + more ? 'accepted' : outside);
      }),
    );
    expect(verdict(anAction('text', { constraints: { max_length: 2 } }), '😀😀')).toBe('accepted');
    expect(verdict(anAction('text', { constraints: { max_length: 2 } }), 'e\u0301e')).toBe(outside);
  });

  it('is never trimmed, and empty is fine without a minimum', () => {
    expect(validateResponse(anAction('text', { constraints: null }), '  x ')).toEqual({ ok: true, value: '  x ' });
    expect(verdict(anAction('text', { constraints: {} }), '')).toBe('accepted');
    expect(verdict(anAction('text', { constraints: { min_length: 3 } }), '   ')).toBe('accepted');
  });
});

describe('number (11.6)', () => {
  it('0.1 to 0.9 in steps of 0.05: accepts exactly the 17 points', () => {
    const action = anAction('number', { constraints: { min: 0.1, max: 0.9, step: 0.05 } });
    for (let hundredths = 0; hundredths <= 100; hundredths++) {
      const onGrid = hundredths >= 10 && hundredths <= 90 && hundredths % 5 === 0;
      expect(verdict(action, Number(`${hundredths}e-2`))).toBe(onGrid ? 'accepted' : outside);
    }
    expect([0.35, 0.37].map((data) => verdict(action, data))).toEqual(['accepted', outside]);
  });

  it('accepts exactly the points of a grid written in decimals', () => {
    const grid = fc.record({
      digits: fc.integer({ min: 0, max: 4 }),
      min: fc.integer({ min: -100_000, max: 100_000 }),
      step: fc.integer({ min: 1, max: 1_000 }),
      points: fc.integer({ min: 0, max: 500 }),
      off: fc.integer({ min: -2_000, max: 600_000 }),
    });
    fc.assert(
      fc.property(grid, ({ digits, min, step, points, off }) => {
        const write = (units: number) => Number(`${units}e-${digits}`);
        const max = min + step * points;
        const action = anAction('number', { constraints: { min: write(min), max: write(max), step: write(step) } });
        const units = min + off;
        const fits = units >= min && units <= max && off % step === 0;
        expect(verdict(action, write(units))).toBe(fits ? 'accepted' : outside);
      }),
      { numRuns: 3_000 },
    );
  });

  it('measures steps from zero when there is no minimum, and takes any value without a step', () => {
    const stepped = anAction('number', { constraints: { max: 7, step: 2 } });
    expect([-4, 0, 6, 7, 8].map((data) => verdict(stepped, data))).toEqual([
      'accepted',
      'accepted',
      'accepted',
      outside,
      outside,
    ]);
    expect(verdict(anAction('number', { constraints: {} }), Math.PI)).toBe('accepted');
  });

  it('never names a value as nearest that the bounds refuse', () => {
    const grid = fc.record({
      min: fc.option(fc.integer({ min: -50, max: 50 }), { nil: undefined }),
      max: fc.integer({ min: 51, max: 200 }),
      step: fc.integer({ min: 1, max: 70 }),
      value: fc.integer({ min: -50, max: 200 }),
    });
    fc.assert(
      fc.property(grid, ({ value, ...constraints }) => {
        const action = anAction('number', { constraints });
        const result = validateResponse(action, value);
        if (result.ok || result.error.rule !== 'off-step') return;
        expect(verdict(action, result.error.below)).toBe('accepted');
        expect(verdict(action, result.error.above)).toBe('accepted');
      }),
    );
  });

  it('refuses what is no finite number, and numbers in quotes', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, '5', '0,5'].map((data) => verdict(anAction('number'), data))).toEqual(
      new Array(4).fill(wrongType),
    );
  });
});

describe('scale (11.7)', () => {
  it('accepts whole steps from the minimum; the last may lie below the maximum', () => {
    const action = anAction('scale', { constraints: { min: 1, max: 10, step: 2 } });
    const accepted = Array.from({ length: 14 }, (_, n) => n - 1).filter((n) => verdict(action, n) === 'accepted');
    expect(accepted).toEqual([1, 3, 5, 7, 9]);
  });

  it('takes 4.0, which JSON reads as 4, and no fraction', () => {
    const action = anAction('scale', { constraints: { min: 1, max: 5 } });
    expect(verdict(action, JSON.parse('4.0'))).toBe('accepted');
    expect(verdict(action, 4.5)).toBe(wrongType);
  });
});

describe('datetime (11.8)', () => {
  const action = anAction('datetime');

  it.each([
    ['2026-01-15T09:00:00Z', 'accepted'],
    ['2026-01-16T09:00:00Z', 'accepted'],
    ['2026-01-15T08:59:59Z', outside],
    ['2026-01-16T09:00:01Z', outside],
    ['2026-01-15T10:00:00+01:00', 'accepted'],
    ['2026-01-15T09:30:00+01:00', outside],
    ['2026-01-16T04:00:00-05:00', 'accepted'],
    ['2026-01-15T12:00:00', 'accepted'],
    ['2026-02-30T12:00:00Z', wrongType],
    ['tomorrow', wrongType],
  ])('%s is %s: bounds are inclusive and compared as instants', (data, expected) => {
    expect(verdict(action, data)).toBe(expected);
  });

  it('either bound may be missing', () => {
    expect(verdict(anAction('datetime', { constraints: { min: '2026-01-15' } }), '2999-01-01')).toBe('accepted');
    expect(verdict(anAction('datetime', { constraints: { max: '2026-01-15' } }), '1999-01-01')).toBe('accepted');
    expect(verdict(anAction('datetime', { constraints: undefined }), '1999-01-01')).toBe('accepted');
  });
});
