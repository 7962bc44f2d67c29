import { describe, expect, it } from 'vitest';
import type { Ending, ItemDetail } from '#shared/inbox/item';
import type { UserId } from '#shared/protocol/ids';
import { anAnswer, aRow } from '../testing/builders.ts';
import { endingLine, endingWords, statusWords, winnerWords } from './endings.ts';

const ended = (ending: Ending) => endingLine({ ...aRow('a'), ending });
const maria = { id: 'maria' as UserId, type: 'human' } as const;

describe('in a row, how an item ended', () => {
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
    expect(endingLine({ ...aRow('a', { answer }), ending: { how: 'expired', at: 0 } })).toBe(
      'Expired unanswered · your answer was not sent',
    );
  });
});

describe('how an item ended', () => {
  it('names who answered', () => {
    const responder = { id: 'maria' as never, type: 'human' as const };
    expect(endingWords({ how: 'answered', at: 0, byMe: false, responder, words: 'Yes' })).toEqual({
      heading: 'Answered elsewhere by maria',
      words: '“Yes”',
    });
    expect(endingWords({ how: 'answered', at: 0, byMe: true, responder, words: undefined }).heading).toBe(
      'You answered this',
    );
  });

  it('gives the reason of a withdrawal', () => {
    expect(endingWords({ how: 'withdrawn', at: 0, reason: 'superseded' }).words).toContain('superseded');
  });
});

it('a question that somebody else answered is not called delivered', () => {
  const ending = { how: 'answered', at: 0, byMe: false, responder: undefined, words: undefined } as const;
  expect(statusWords({ status: 'completed', ending } as ItemDetail)).toBe('answered elsewhere');
  expect(statusWords({ status: 'completed', ending: { ...ending, byMe: true } } as ItemDetail)).toBe('delivered');
});

it('who was first, with what, and when', () => {
  const responder = { id: 'user_42' as never, type: 'human' as const };
  const at = (ms: number) => `t+${ms}`;
  const ending = { how: 'answered', at: 5, byMe: false, responder, words: 'Ship it' } as const;
  expect(winnerWords(ending, at)).toBe('user_42 answered “Ship it” at t+5.');
  expect(winnerWords({ ...ending, responder: undefined, words: undefined }, at)).toBe('Somebody else answered at t+5.');
});
