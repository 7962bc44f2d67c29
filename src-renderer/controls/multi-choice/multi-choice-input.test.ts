import { describe, expect, it } from 'vitest';
import { Action, type ActionOf } from '#shared/protocol/action';
import { countWords, isFull, readMultiChoice, toggled } from './multi-choice-input.ts';

const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value.toUpperCase() }));
const anAction = (constraints = {}) =>
  Action.parse({
    id: 'm',
    label: 'Who?',
    response_type: 'multi_choice',
    options,
    constraints,
  }) as ActionOf<'multi_choice'>;

describe('a selection', () => {
  it('is no answer before it was touched, even where none is allowed', () => {
    expect(readMultiChoice(anAction(), undefined)).toMatchObject({ error: { because: 'empty' } });
    expect(readMultiChoice(anAction(), [])).toEqual({ ok: true, value: [] });
  });

  it("is sent in the sender's order, without what is not offered any more", () => {
    expect(readMultiChoice(anAction(), ['c', 'gone', 'a'])).toEqual({ ok: true, value: ['a', 'c'] });
  });

  it('gives the rule that the server would give', () => {
    const action = anAction({ min_selections: 2, max_selections: 3 });
    expect(readMultiChoice(action, ['a'])).toMatchObject({ error: { message: 'Choose at least 2: 1 more.' } });
    expect(readMultiChoice(action, ['a', 'b', 'c', 'd'])).toMatchObject({
      error: { message: 'Choose at most 3: 1 too many.' },
    });
  });
});

describe('ticking', () => {
  const action = anAction({ min_selections: 1, max_selections: 2 });

  it('adds and takes away', () => {
    expect(toggled(action, undefined, 'b')).toEqual(['b']);
    expect(toggled(action, ['b'], 'a')).toEqual(['a', 'b']);
    expect(toggled(action, ['a', 'b'], 'a')).toEqual(['b']);
  });

  it('one too many changes nothing, and unticking frees the place', () => {
    expect(isFull(action, ['a', 'b'])).toBe(true);
    expect(toggled(action, ['a', 'b'], 'c')).toEqual(['a', 'b']);
    expect(toggled(action, toggled(action, ['a', 'b'], 'b'), 'c')).toEqual(['a', 'c']);
  });

  it('is never full where no maximum is set', () => {
    expect(isFull(anAction(), ['a', 'b', 'c', 'd'])).toBe(false);
  });
});

describe('the count', () => {
  it.each([
    [{ min_selections: 1, max_selections: 3 }, '2 of 1–3 chosen'],
    [{ min_selections: 2, max_selections: 2 }, '2 of 2 chosen'],
    [{ max_selections: 3 }, '2 of at most 3 chosen'],
    [{ min_selections: 1 }, '2 of at least 1 chosen'],
    [{ min_selections: 1, max_selections: 9 }, '2 of at least 1 chosen'],
    [{}, '2 chosen'],
  ])('for %j says %j', (constraints, words) => {
    expect(countWords(anAction(constraints), ['a', 'c'])).toBe(words);
  });
});
