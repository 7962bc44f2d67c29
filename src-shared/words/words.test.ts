import { afterEach, expect, test } from 'vitest';
import { spokenLanguages } from './language.ts';
import { number, plural } from './plural.ts';
import { speak, words } from './words.ts';

afterEach(() => speak({ language: 'en', locale: 'en' }));

const questions = { one: 'question', other: 'questions' };

test('the words are those of the language that is spoken', () => {
  expect(words.composer.cancel).toBe('Cancel');
  speak({ language: 'de', locale: 'de-AT' });
  expect(words.composer.cancel).toBe('Abbrechen');
});

test('numbers are written the person’s way, and words agree with them', () => {
  expect([0, 1, 2, 12_345].map((n) => plural(n, questions))).toEqual([
    '0 questions',
    '1 question',
    '2 questions',
    '12,345 questions',
  ]);
  speak({ language: 'de', locale: 'de-DE' });
  expect(number(12_345)).toBe('12.345');
});

test.each(spokenLanguages)('%s has words for everything, and none is empty', (language) => {
  speak({ language, locale: language });
  const empty = Object.entries(words).flatMap(([area, all]) =>
    Object.entries(all).flatMap(([name, word]) => (word === '' ? [`${area}.${name}`] : [])),
  );
  expect(empty).toEqual([]);
});
