import { describe, expect, it } from 'vitest';
import { anAnswer } from '../testing/builders.ts';
import { answerHeading, answerStateWords, waitingWords } from './answering.ts';

describe('an answer that waits', () => {
  it('says for what, and for how long', () => {
    const waiting = (waitsFor: 'connection' | 'server' | 'token') =>
      answerHeading({ ...anAnswer({ state: 'waiting', waitsFor, because: undefined, retryAt: 0 }) });
    expect(waiting('connection')).toBe('Saved, waiting for the connection');
    expect(waiting('server')).toBe('Saved, the server asked to wait');
    expect(waiting('token')).toBe('Saved, waiting for the account’s token');
    expect(waitingWords('server', 7_200_000)).toContain('Next try in 2 h.');
    expect(waitingWords('connection', 0)).toContain('Trying now.');
    expect(waitingWords('token', undefined)).not.toContain('try');
  });
});

it('a pill says how the own answer stands', () => {
  expect(answerStateWords(anAnswer({ state: 'held', sendAt: 3_000 }), 100)).toBe('sending in 3 s');
  expect(answerStateWords(anAnswer({ state: 'held', sendAt: 3_000 }), 3_000)).toBe('sending');
  expect(answerStateWords(anAnswer({ state: 'accepted', acceptedAt: 0 }), 0)).toBe('sent');
});
