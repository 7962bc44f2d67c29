import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, wireActions } from '../testing/builders.ts';
import { Action, isResponseType, responseTypes, wireResponseType } from './action.ts';

const valid = (action: Json) => Action.safeParse(action).success;

describe('an action that is internally consistent (sections 10 and 11)', () => {
  it.each(responseTypes)('%s: the plain example is', (type) => {
    expect(valid(wireActions[type])).toBe(true);
  });

  it.each(responseTypes)('%s: missing and null are equal for optional fields (section 4)', (type) => {
    const bare = { ...wireActions[type] };
    const optional = type === 'scale' ? ['flags'] : ['flags', 'constraints'];
    for (const name of optional) delete bare[name];
    const nulls = { ...bare, ...Object.fromEntries(optional.map((name) => [name, null])) };
    expect(Action.parse(nulls)).toEqual(Action.parse(bare));
  });

  it('null inside constraints is as good as left out', () => {
    const parse = (constraints: Json) => Action.parse({ ...wireActions.number, constraints });
    expect(parse({ min: 1, max: null, step: null, unit: null, placeholder: null })).toEqual(parse({ min: 1 }));
  });

  it.each<[string, Json]>([
    ['no id', { ...wireActions.simple, id: undefined }],
    ['an empty id', { ...wireActions.simple, id: '' }],
    ['no label', { ...wireActions.simple, label: undefined }],
    ['flags that are no list', { ...wireActions.simple, flags: 'destructive' }],
    ['binary without labels', { ...wireActions.binary, options: undefined }],
    ['binary with one label', { ...wireActions.binary, options: { true_label: 'Yes' } }],
    ['choice without options', { ...wireActions.choice, options: undefined }],
    ['choice with an empty list', { ...wireActions.choice, options: [] }],
    ['choice with the same value twice', { ...wireActions.choice, options: [option('a'), option('a')] }],
    ['multi_choice with the same value twice', { ...wireActions.multi_choice, options: [option('a'), option('a')] }],
    ['a negative minimum of selections', multi({ min_selections: -1 })],
    ['half a selection', multi({ max_selections: 1.5 })],
    ['more wanted than allowed', multi({ min_selections: 2, max_selections: 1 })],
    ['more wanted than there are options', multi({ min_selections: 4 })],
    ['text: minimum above maximum', { ...wireActions.text, constraints: { min_length: 4, max_length: 3 } }],
    ['number: a step of zero', { ...wireActions.number, constraints: { step: 0 } }],
    ['number: a negative step', { ...wireActions.number, constraints: { step: -1 } }],
    ['number: min above max', { ...wireActions.number, constraints: { min: 2, max: 1 } }],
    ['number: bounds in quotes', { ...wireActions.number, constraints: { min: '2' } }],
    ['scale without constraints', { ...wireActions.scale, constraints: undefined }],
    ['scale without max', { ...wireActions.scale, constraints: { min: 1 } }],
    ['scale with a null bound', { ...wireActions.scale, constraints: { min: null, max: 5 } }],
    ['scale with fractions', { ...wireActions.scale, constraints: { min: 0.5, max: 5 } }],
    ['scale with a step of zero', { ...wireActions.scale, constraints: { min: 1, max: 5, step: 0 } }],
    ['scale: min above max', { ...wireActions.scale, constraints: { min: 6, max: 5 } }],
    ['datetime: a bound that is no time', { ...wireActions.datetime, constraints: { min: 'soon' } }],
    ['datetime: min after max', { ...wireActions.datetime, constraints: { min: '2026-02-01', max: '2026-01-01' } }],
  ])('%s: is not', (_what, action) => {
    expect(valid(action)).toBe(false);
  });

  it.each<[string, Json]>([
    ['a maximum above the number of options', multi({ max_selections: 99 })],
    ['exactly one option', { ...wireActions.choice, options: [option('only')] }],
    ['an empty option value', { ...wireActions.choice, options: [{ value: '', label: 'None' }] }],
    ['bounds that meet', { ...wireActions.scale, constraints: { min: 3, max: 3 } }],
    ['only one bound', { ...wireActions.datetime, constraints: { max: '2026-01-01T10:00:00+02:00' } }],
    ['a placeholder on datetime', { ...wireActions.datetime, constraints: { placeholder: 'when?' } }],
    ['flags nobody knows', { ...wireActions.simple, flags: ['sparkly'] }],
    ['fields nobody knows', { ...wireActions.simple, icon: 'x' }],
  ])('%s: is', (_what, action) => {
    expect(valid(action)).toBe(true);
  });

  it('defaults: no flags, a step of 1 on a scale', () => {
    expect(Action.parse(wireActions.simple)).toEqual({ ...wireActions.simple, flags: [] });
    expect(Action.parse({ ...wireActions.scale, constraints: { min: 1, max: 5 } })).toMatchObject({
      constraints: { step: 1 },
    });
  });

  it('never throws on anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof Action.safeParse(value).success).toBe('boolean');
      }),
    );
  });
});

describe('response types', () => {
  it('are the seven and datetime', () => {
    expect([...responseTypes].sort()).toEqual([
      'binary',
      'choice',
      'datetime',
      'multi_choice',
      'number',
      'scale',
      'simple',
      'text',
    ]);
    expect(['form', 'json', 'file', 'constructor', ''].some(isResponseType)).toBe(false);
  });

  it('DATETIME is read in any case (11.8), the others as they are', () => {
    expect(['DATETIME', 'DateTime', 'datetime'].map(wireResponseType)).toEqual(new Array(3).fill('datetime'));
    expect(wireResponseType('SIMPLE')).toBe('SIMPLE');
  });
});

function option(value: string): Json {
  return { value, label: value };
}

function multi(constraints: Json): Json {
  return { ...wireActions.multi_choice, constraints };
}
