import { describe, expect, it } from 'vitest';
import type { Ending } from '#shared/inbox/item';
import type { UserId } from '#shared/protocol/ids';
import { anAnswer, aRow } from '../testing/builders.ts';
import { answerStateWords, connectionWords, countWords, dayWords, endingWords } from './shell.ts';

const minute = 60_000;
const ended = (ending: Ending) => endingWords({ ...aRow('a', { timestamp: 0 }), ending });
const maria = { id: 'maria' as UserId, type: 'human' } as const;

describe('how an item ended', () => {
  it('names the answer, who gave it and how long it took', () => {
    const answered = { how: 'answered', at: 5 * minute, words: 'Approve Query', responder: maria } as const;
    expect(ended({ ...answered, byMe: true })).toBe('Approve Query · by you · after 5 min');
    expect(ended({ ...answered, byMe: false })).toBe('Answered elsewhere by maria · Approve Query · after 5 min');
    const agent = { id: 'bot' as UserId, type: 'agent' } as const;
    expect(ended({ ...answered, byMe: false, responder: agent, words: undefined })).toBe(
      'Answered elsewhere by the agent bot · after 5 min',
    );
  });

  it('says that nobody answered, or why it was withdrawn', () => {
    expect(ended({ how: 'expired', at: 0 })).toBe('Expired unanswered');
    expect(ended({ how: 'withdrawn', at: 0, reason: undefined })).toBe('Withdrawn');
    expect(ended({ how: 'withdrawn', at: 0, reason: 'Branch \u202egone' })).toBe('Withdrawn: Branch ⟨U+202E⟩gone');
  });

  it('says that an own answer did not make it', () => {
    const answer = anAnswer({
      state: 'returned',
      because: 'too-late',
      message: 'x',
      code: undefined,
      requestId: undefined,
    });
    expect(endingWords({ ...aRow('a', { answer }), ending: { how: 'expired', at: 0 } })).toBe(
      'Expired unanswered · your answer was not sent',
    );
  });
});

describe('days', () => {
  it('are told by name', () => {
    expect(dayWords('2026-11-22', '2026-11-22', 'en-GB')).toBe('Today');
    expect(dayWords('2026-11-21', '2026-11-22', 'en-GB')).toBe('Yesterday');
    expect(dayWords('2025-12-31', '2026-01-01', 'en-GB')).toBe('Yesterday');
  });

  it('further back are told by date, with the year where it is another one', () => {
    expect(dayWords('2026-11-20', '2026-11-22', 'en-GB')).toMatch(/^Friday,? 20 November$/);
    expect(dayWords('2025-11-20', '2026-11-22', 'en-GB')).toMatch(/^Thursday,? 20 November 2025$/);
  });
});

describe('short words', () => {
  it('say how a connection stands', () => {
    expect(connectionWords({ state: 'live' }, 0)).toBe('live');
    expect(connectionWords({ state: 'offline', retryAt: 8_000, why: 'x' }, 0)).toBe('retry in 8 s');
    expect(connectionWords({ state: 'offline', retryAt: 8_000, why: 'x' }, 9_000)).toBe('retrying');
    expect(connectionWords({ state: 'refused', because: 'unauthorized' }, 0)).toBe('refused: token');
  });

  it('say how the own answer stands', () => {
    expect(answerStateWords(anAnswer({ state: 'held', sendAt: 3_000 }), 100)).toBe('sending in 3 s');
    expect(answerStateWords(anAnswer({ state: 'held', sendAt: 3_000 }), 3_000)).toBe('sending');
    expect(answerStateWords(anAnswer({ state: 'accepted', acceptedAt: 0 }), 0)).toBe('sent');
  });

  it('count one and many', () => {
    expect(countWords(1, 'question', 'questions')).toBe('1 question');
    expect(countWords(10_000, 'question', 'questions')).toBe('10,000 questions');
  });
});
