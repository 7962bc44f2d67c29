import { describe, expect, it } from 'vitest';
import { Action, type ActionOf } from '#shared/protocol/action';
import { readNumber, steppedInput } from './number-input.ts';

const aNumber = (constraints = {}) =>
  Action.parse({ id: 'n', label: 'Threshold', response_type: 'number', constraints }) as ActionOf<'number'>;

describe('reading a number', () => {
  it('asks for one while there is none', () => {
    expect(readNumber(aNumber(), undefined)).toMatchObject({ error: { because: 'empty' } });
    expect(readNumber(aNumber(), '  ')).toMatchObject({ error: { because: 'empty' } });
    expect(readNumber(aNumber(), true)).toMatchObject({ error: { because: 'empty' } });
  });

  it('gives the rule that the server would give', () => {
    const action = aNumber({ min: 0.1, max: 0.9, step: 0.05 });
    expect(readNumber(action, '0.35')).toEqual({ ok: true, value: 0.35 });
    expect(readNumber(action, '0.37')).toMatchObject({
      error: { because: 'invalid', message: 'Must go up in steps of 0.05 from 0.1: the nearest are 0.35 and 0.4.' },
    });
    expect(readNumber(action, '1')).toMatchObject({ error: { message: 'Must be at most 0.9.' } });
  });
});

describe('stepping', () => {
  const action = aNumber({ min: 0.1, max: 0.9, step: 0.05 });

  it('moves along the grid without dust', () => {
    expect(steppedInput(action, '0.3', 1, 'en')).toBe('0.35');
    expect(steppedInput(action, '0,3', 1, 'de')).toBe('0,35');
    expect(steppedInput(action, '0.37', -1, 'en')).toBe('0.35');
  });

  it('starts at the minimum and stays in the bounds', () => {
    expect(steppedInput(action, undefined, 1, 'en')).toBe('0.1');
    expect(steppedInput(action, 'abc', -1, 'en')).toBe('0.1');
    expect(steppedInput(action, '0.9', 1, 'en')).toBe('0.9');
    expect(steppedInput(action, '50', 1, 'en')).toBe('0.9');
  });
});
