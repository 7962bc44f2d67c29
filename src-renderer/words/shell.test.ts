import { describe, expect, it } from 'vitest';
import type { Ending } from '#shared/inbox/item';
import type { UserId } from '#shared/protocol/ids';
import { anAnswer, aRow } from '../testing/builders.ts';
import {
  answerStateWords,
  connectionWords,
  countWords,
  dayWords,
  endingWords,
  exactTime,
  transportNote,
  troubleWords,
} from './shell.ts';

const ended = (ending: Ending) => endingWords({ ...aRow('a'), ending });
const maria = { id: 'maria' as UserId, type: 'human' } as const;

describe('how an item ended', () => {
  it('names the answer first, then who gave it', () => {
    const answered = { how: 'answered', at: 0, words: 'Approve Query', responder: maria } as const;
    expect(ended({ ...answered, byMe: true })).toBe('Approve Query · you');
    expect(ended({ ...answered, byMe: false })).toBe('Approve Query · elsewhere, by maria');
    const agent = { id: 'bot' as UserId, type: 'agent' } as const;
    expect(ended({ ...answered, byMe: false, responder: agent, words: undefined })).toBe(
      'Answered · elsewhere, by the agent bot',
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

describe('an exact time', () => {
  const now = new Date(2026, 10, 22, 12).getTime();
  it('has seconds, and the day only where it is not today', () => {
    expect(exactTime(new Date(2026, 10, 22, 9, 5, 7).getTime(), now, 'en-GB')).toBe('09:05:07');
    expect(exactTime(new Date(2026, 10, 20, 9, 5, 7).getTime(), now, 'en-GB')).toMatch(/^20 Nov,? (at )?09:05:07$/);
    expect(exactTime(new Date(2025, 10, 20, 9, 5, 7).getTime(), now, 'en-GB')).toMatch(
      /^20 Nov 2025,? (at )?09:05:07$/,
    );
  });
});

describe('short words', () => {
  it('say how a connection stands', () => {
    expect(connectionWords({ state: 'live' }, 0)).toBe('live');
    expect(connectionWords({ state: 'offline', retryAt: 8_000, why: 'x' }, 0)).toBe('retry in 8 s');
    expect(connectionWords({ state: 'offline', retryAt: 8_000, why: 'x' }, 9_000)).toBe('retrying');
    expect(connectionWords({ state: 'refused', because: 'unauthorized' }, 0)).toBe('refused: token');
  });

  it('say the same time in the sidebar and in the banner', () => {
    for (let left = -500; left < 130_000; left += 137) {
      const connection = { state: 'offline', retryAt: left, why: 'The connection was cut.' } as const;
      const short = connectionWords(connection, 0).replace('retry in ', '');
      const { hint } = troubleWords('Work', connection, 0, false);
      expect(hint).toContain(short === 'retrying' ? 'Trying again now.' : `Trying again in ${short}.`);
    }
  });

  it('say what is wrong, why and what happens next', () => {
    const offline = { state: 'offline', retryAt: 8_000, why: 'The connection was cut.' } as const;
    expect(troubleWords('Work', offline, 0, false)).toEqual({
      title: 'Not connected to Work.',
      hint: 'The connection was cut. Trying again in 8 s. What you answer now is kept and sent as soon as it is back.',
      canRetry: true,
    });
    expect(troubleWords('This computer', offline, 0, true).title).toBe('The server on this computer is not running.');
    expect(troubleWords('Work', { ...offline, told: true }, 0, false)).toMatchObject({
      hint: 'The connection was cut. Trying again in 8 s. The server asked us to wait until then.',
      canRetry: false,
    });
    const hostile = { ...offline, why: `Bad\u202e${'x'.repeat(500)}` };
    const { hint } = troubleWords('Work', hostile, 0, false);
    expect(hint).not.toContain('\u202e');
    expect(hint.length).toBeLessThan(320);
  });

  it('mention a lesser line quietly, and the best one not at all', () => {
    expect(transportNote('websocket')).toBeUndefined();
    expect(transportNote('polling')).toBe('WebSocket is blocked here: asking every 15 s');
    expect(transportNote('sse')).toContain('WebSocket is blocked');
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
