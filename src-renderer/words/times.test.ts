import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '#shared/words/words';
import { dayWords, exactTime, untilWords, weekdayName } from './times.ts';

beforeEach(() => speak({ language: 'en', locale: 'en-GB' }));
afterEach(() => speak({ language: 'en', locale: 'en' }));

describe('days', () => {
  it('are told by name', () => {
    expect(dayWords('2026-11-22', '2026-11-22')).toBe('Today');
    expect(dayWords('2026-11-21', '2026-11-22')).toBe('Yesterday');
    expect(dayWords('2025-12-31', '2026-01-01')).toBe('Yesterday');
  });

  it('further back are told by date, with the year where it is another one', () => {
    expect(dayWords('2026-11-20', '2026-11-22')).toMatch(/^Friday,? 20 November$/);
    expect(dayWords('2025-11-20', '2026-11-22')).toMatch(/^Thursday,? 20 November 2025$/);
  });
});

describe('an exact time', () => {
  const now = new Date(2026, 10, 22, 12).getTime();
  it('has seconds, and the day only where it is not today', () => {
    expect(exactTime(new Date(2026, 10, 22, 9, 5, 7).getTime(), now)).toBe('09:05:07');
    expect(exactTime(new Date(2026, 10, 20, 9, 5, 7).getTime(), now)).toMatch(/^20 Nov,? (at )?09:05:07$/);
    expect(exactTime(new Date(2025, 10, 20, 9, 5, 7).getTime(), now)).toMatch(/^20 Nov 2025,? (at )?09:05:07$/);
  });
});

it('the end of a pause: the time, and the day where it is another', () => {
  const noon = new Date(2026, 0, 15, 12).getTime();
  expect(untilWords(noon, noon)).toBe('12:00');
  expect(untilWords(noon + 20 * 3_600_000, noon)).toBe('Friday, 08:00');
});

it('days and times are written as the language writes them', () => {
  speak({ language: 'de', locale: 'de-DE' });
  expect(dayWords('2026-11-22', '2026-11-22')).toBe('Heute');
  expect(dayWords('2026-11-20', '2026-11-22')).toBe('Freitag, 20. November');
  expect([0, 1].map((day) => weekdayName(day, 'long'))).toEqual(['Sonntag', 'Montag']);
});
