import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '#shared/words/words';
import { comingDayWords, comingMomentWords } from './moments.ts';

beforeEach(() => speak({ language: 'en', locale: 'en-GB' }));
afterEach(() => speak({ language: 'en', locale: 'en' }));

const at = (day: number, hour: number, month = 11, year = 2026) => new Date(year, month - 1, day, hour).getTime();
const now = at(22, 23);

describe('a moment to come', () => {
  it.each([
    [at(22, 23), 'today, 23:00'],
    [at(23, 0), 'tomorrow, 00:00'],
    [at(24, 8), 'Tue 24 Nov, 08:00'],
    [at(4, 8, 1, 2027), 'Mon, 4 Jan 2027, 08:00'],
  ])('%i is said with its day', (ms, words) => {
    expect(comingMomentWords(ms, now)).toBe(words);
  });

  it('speaks German', () => {
    speak({ language: 'de', locale: 'de-DE' });
    expect(comingMomentWords(at(23, 8), now)).toBe('morgen, 08:00');
  });
});

it('a day to come is today, tomorrow, or has its name', () => {
  expect([at(22, 1), at(23, 1), at(24, 1)].map((ms) => comingDayWords(ms, now))).toEqual([
    'Today',
    'Tomorrow',
    'Tuesday 24 November',
  ]);
});
