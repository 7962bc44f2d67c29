import { describe, expect, it } from 'vitest';
import { Action, type ActionOf } from '#shared/protocol/action';
import { readText, textCount, textHint } from './text-input.ts';

const aText = (constraints = {}) =>
  Action.parse({ id: 't', label: 'Why?', response_type: 'text', constraints }) as ActionOf<'text'>;

describe('a text', () => {
  it('is sent as it was typed', () => {
    expect(readText(aText(), '  two\nlines ')).toEqual({ ok: true, value: '  two\nlines ' });
  });

  it('is no answer before it was touched; empty can be one where nothing forbids it', () => {
    expect(readText(aText(), undefined)).toMatchObject({ error: { because: 'empty' } });
    expect(readText(aText(), '')).toEqual({ ok: true, value: '' });
    expect(readText(aText({ min_length: 3 }), '')).toMatchObject({ error: { because: 'empty' } });
  });

  it('counts characters as a person and the server do', () => {
    expect(readText(aText({ max_length: 2 }), '😀😀').ok).toBe(true);
    expect(readText(aText({ min_length: 20 }), 'Use the one we')).toMatchObject({
      error: { because: 'invalid', message: 'At least 20 characters: 6 more.' },
    });
    expect(textCount(aText({ max_length: 1000 }), '😀')).toBe('1 / 1,000');
    expect(textCount(aText({ min_length: 3 }), 'ab')).toBe('2');
    expect(textCount(aText(), 'ab')).toBeUndefined();
  });
});

describe('the hint', () => {
  it.each([
    [{ min_length: 20, max_length: 1000 }, '20 to 1,000 characters'],
    [{ max_length: 280 }, 'At most 280 characters'],
    [{ min_length: 1 }, 'At least 1 character'],
    [{ min_length: 4, max_length: 4 }, 'Exactly 4 characters'],
    [{}, ''],
  ])('for %j says %j', (constraints, words) => {
    expect(textHint(aText(constraints))).toBe(words);
  });
});
