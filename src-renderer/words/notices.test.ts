import { describe, expect, it } from 'vitest';
import { NoticeRecord } from '#shared/native/notice-record';
import { aKey } from '../testing/builders.ts';
import { decisionWords } from './notices.ts';

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
