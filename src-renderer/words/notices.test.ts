import { describe, expect, it } from 'vitest';
import { NoticeRecord } from '#shared/native/notice-record';
import { aKey } from '../testing/builders.ts';
import { decisionWords, untilWords } from './notices.ts';

const record = {
  at: 0,
  key: aKey('a'),
  title: 'Ship it?',
  serviceName: 'Bot',
  occasion: 'arrival',
  outcome: 'shown',
} as const;

describe('a decision in words', () => {
  it.each<[Partial<NoticeRecord>, string]>([
    [{}, 'Shown'],
    [{ occasion: 'reminder' }, 'Shown as a reminder: its deadline came near'],
    [{ outcome: 'summary' }, 'Counted in a summary: many came at once'],
    [{ outcome: 'withheld', because: 'quiet-hours' }, 'Not shown: quiet hours'],
    [{ occasion: 'reminder', outcome: 'withheld', because: 'answered' }, 'No reminder: your answer was on its way'],
    [{ outcome: 'failed', why: 'not\u202e signed' }, 'The system did not show it: not⟨U+202E⟩ signed'],
    [{ outcome: 'failed' }, 'The system did not show it'],
  ])('%j: %s', (changes, words) => {
    expect(decisionWords({ ...record, ...changes })).toBe(words);
  });

  it('has words for every reason', () => {
    for (const because of NoticeRecord.shape.because.unwrap().options) {
      expect(decisionWords({ ...record, outcome: 'withheld', because })).toMatch(/^Not shown: \w/);
    }
  });
});

it('the end of a pause: the time, and the day where it is another', () => {
  const noon = new Date(2026, 0, 15, 12).getTime();
  expect(untilWords(noon, noon, 'en-GB')).toBe('12:00');
  expect(untilWords(noon + 20 * 3_600_000, noon, 'en-GB')).toBe('Friday, 08:00');
});
