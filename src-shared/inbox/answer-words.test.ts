import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responseTypes } from '../protocol/action.ts';
import { OfferedAction } from '../protocol/notification.ts';
import { anyText } from '../testing/any-text.ts';
import { type Json, wireActions } from '../testing/builders.ts';
import { hasHiddenCharacters } from '../text/hidden-characters.ts';
import { speak } from '../words/words.ts';
import { answerWords, valueWords } from './answer-words.ts';

const timeWords = (ms: number) => `<${ms}>`;
const words = (action: Json, data: unknown) => answerWords(OfferedAction.parse(action), data, timeWords);

describe('an answer in one line, in the words of the sender', () => {
  it.each<[Json, unknown, string]>([
    [wireActions.simple, null, 'Ship it'],
    [wireActions.binary, true, 'Include logs?: Yes, include logs'],
    [wireActions.binary, false, 'Include logs?: No logs'],
    [wireActions.choice, 'b', 'Region: Option B'],
    [wireActions.multi_choice, ['c', 'a'], 'Checks: Option C, Option A'],
    [wireActions.multi_choice, [], 'Checks: nothing'],
    [wireActions.text, 'too close', 'Hold back: too close'],
    [{ ...wireActions.number, constraints: { unit: '%' } }, 25, 'Roll out: 25 %'],
    [wireActions.number, 0, 'Roll out: 0'],
    [wireActions.scale, 7, 'Risk: 7'],
    [wireActions.datetime, '1970-01-01T00:00:01Z', 'Later: <1000>'],
    [wireActions.choice, { toString: false }, 'Region: {"toString":false}'],
  ])('%o with %o is "%s"', (action, data, line) => {
    expect(words(action, data)).toBe(line);
  });

  it('writes numbers as the person does', () => {
    speak({ language: 'de', locale: 'de' });
    expect(words({ ...wireActions.number, constraints: { unit: '%' } }, 2.5)).toBe('Roll out: 2,5 %');
    speak({ language: 'en', locale: 'en' });
  });

  it('claims neither yes nor no for an answer that is neither', () => {
    expect(words(wireActions.binary, 'true')).toBe('Include logs?: "true"');
    expect(words(wireActions.binary, 1)).toBe('Include logs?: 1');
  });

  it('an option that is no longer offered is named by its value', () => {
    expect(words(wireActions.choice, 'gone')).toBe('Region: gone');
  });

  it('a label is cut at 60 characters, and what cannot be seen is shown', () => {
    const label = `${'x'.repeat(70)}`;
    expect(words({ ...wireActions.simple, label }, null)).toBe(`${'x'.repeat(59)}…`);
    expect(words({ ...wireActions.simple, label: 'De\u202elete' }, null)).toBe('De⟨U+202E⟩lete');
  });

  it('whatever a server recorded can be said, with nothing hidden in it', () => {
    const action = fc.constantFrom(...responseTypes).map((type) => OfferedAction.parse(wireActions[type]));
    fc.assert(
      fc.property(action, fc.oneof(fc.jsonValue(), anyText()), (offered, data) => {
        const line = answerWords(offered, data, timeWords);
        expect(hasHiddenCharacters(line)).toBe(false);
        expect(typeof valueWords(offered, data, timeWords)).toBe(data === null ? 'undefined' : 'string');
      }),
    );
  });
});
