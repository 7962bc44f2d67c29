import { describe, expect, it } from 'vitest';
import { Action, type ActionOf } from '../protocol/action.ts';
import { numberHint, parseTypedNumber } from './typed-number.ts';

const aNumber = (constraints = {}) =>
  Action.parse({ id: 'n', label: 'Threshold', response_type: 'number', constraints }) as ActionOf<'number'>;

describe('a typed number', () => {
  it.each([
    ['12', 'en', 12],
    [' 12 ', 'en', 12],
    ['-3', 'en', -3],
    ['−3', 'en', -3],
    ['+3', 'en', 3],
    ['0.5', 'en', 0.5],
    ['0,5', 'en', 0.5],
    ['0,5', 'de', 0.5],
    ['0.5', 'de', 0.5],
    ['.5', 'en', 0.5],
    ['5.', 'en', 5],
    ['1.000', 'en', 1],
    ['1,000', 'de', 1],
    ['0,500', 'en', 0.5],
    ['1,234,567', 'en', 1234567],
    ['1.234.567', 'en', 1234567],
    ['1,234.5', 'en', 1234.5],
    ['1.234,5', 'en', 1234.5],
    ['1 000 000', 'en', 1000000],
    ['1 000,5', 'fr', 1000.5],
    ["1'000.5", 'de-CH', 1000.5],
    ['1e3', 'en', 1000],
    ['-0', 'en', 0],
  ])('%j is read in %s as %d', (typed, locale, wanted) => {
    expect(parseTypedNumber(typed, locale)).toEqual({ ok: true, value: wanted });
  });

  it.each([
    ['1,000', 'en'],
    ['12,345', 'en'],
    ['1.500', 'de'],
    ['-1.500', 'de'],
  ])('%j can be read in two ways in %s, and is refused', (typed, locale) => {
    expect(parseTypedNumber(typed, locale)).toEqual({ ok: false, error: expect.stringContaining('two ways') });
  });

  it.each([
    'abc',
    '-',
    '1,2,3',
    '1.2.3,4',
    '12 34',
    '1,23,456.7',
    '0x10',
    'Infinity',
    'NaN',
    '1e999',
    '5 %',
    '--1',
    '',
  ])('%j is refused, not guessed', (typed) => {
    expect(parseTypedNumber(typed, 'en').ok).toBe(false);
  });

  it('is refused when it could not be sent exactly', () => {
    expect(parseTypedNumber('9007199254740993', 'en').ok).toBe(false);
    expect(parseTypedNumber('9007199254740992', 'en')).toEqual({ ok: true, value: 9007199254740992 });
    expect(parseTypedNumber('100000000000000000000', 'en').ok).toBe(true);
  });
});

describe('the hint', () => {
  it.each([
    [{ min: 0.1, max: 0.9, step: 0.05 }, '0.1 to 0.9 in steps of 0.05'],
    [{ min: 5 }, 'At least 5'],
    [{ max: 5, step: 2 }, 'At most 5 in steps of 2'],
    [{ step: 2 }, 'In steps of 2'],
    [{}, ''],
  ])('for %j says %j', (constraints, words) => {
    expect(numberHint(aNumber(constraints))).toBe(words);
  });
});
