import { describe, expect, it } from 'vitest';
import type { AnswerView, ItemDetail } from '#shared/inbox/item';
import { knownFlags } from '#shared/protocol/flags';
import type { ActionId } from '#shared/protocol/ids';
import { anAnswer } from '../testing/builders.ts';
import {
  answerHeading,
  costEntries,
  endingWords,
  flagNote,
  flagSentence,
  receiptsOf,
  statusWords,
  waitingWords,
  winnerWords,
} from './detail.ts';
import { flagBadge } from './flags.ts';

describe('flags in words', () => {
  it('say each of the seven in words, and an unknown one by its name', () => {
    for (const flag of knownFlags) {
      expect(flagBadge(flag)).toMatch(/^[a-z][a-z -]+$/);
      expect(flagSentence(flag)).toMatch(/^[A-Z].*\.$/);
    }
    expect(flagBadge('x-new')).toBe('x-new');
    expect(flagSentence('x-\u202enew')).toContain('⟨U+202E⟩');
  });

  it.each([
    [['irreversible', 'affects_others'], 'cannot be undone and affects other people. You will be asked to confirm.'],
    [
      ['destructive', 'irreversible', 'costly'],
      'destroys or overwrites something, cannot be undone and costs money, computing or time. You will be asked to confirm.',
    ],
    [['requires_confirmation'], 'asks to be confirmed. You will be asked to confirm.'],
    [['costly', 'x-new'], 'costs money, computing or time. You will be asked to confirm.'],
    [['affects_others', 'experimental', 'time_sensitive'], undefined],
    [[], undefined],
  ])('of %j note %j', (flags, note) => {
    expect(flagNote(flags)).toBe(note);
  });

  it('find the costs in the metadata', () => {
    expect(costEntries({ version: '2', estimated_cost: '12 EUR', Budget: 100, cost_detail: { a: 1 } })).toEqual([
      ['estimated_cost', '12 EUR'],
      ['Budget', '100'],
    ]);
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

describe('the receipts', () => {
  const noTrail = { from: undefined, deliveredAt: undefined };
  const anItem = (changes: Partial<ItemDetail>) =>
    ({
      timestamp: 1_000,
      receivedAt: 1_500,
      serviceName: 'Bot',
      seenAt: undefined,
      trail: noTrail,
      ...changes,
    }) as ItemDetail;
  const answer = { actionId: 'a' as ActionId, words: 'Yes', data: null, savedAt: 61_000 };
  const said = (item: ItemDetail, offset = 0) =>
    receiptsOf(item, offset).map(({ what, standing }) => `${what}${standing === 'to-come' ? '?' : ''}`);

  it('tell what happened, in order, and no more than is true', () => {
    const accepted: AnswerView = { ...answer, state: 'accepted', acceptedAt: 62_000 };
    expect(said(anItem({ seenAt: 5_000, answer: accepted }))).toEqual([
      'Asked',
      'Received',
      'Seen',
      'Answered',
      'Accepted',
      'Not picked up?',
    ]);
    expect(said(anItem({ answer: { ...answer, state: 'held', sendAt: 66_000 } }))).toEqual([
      'Asked',
      'Received',
      'Answered',
      'Not sent yet?',
    ]);
  });

  it('say who answered from where, how long each step took, and when the agent had it', () => {
    const delivered: AnswerView = { ...answer, state: 'delivered', acceptedAt: 66_000 };
    const trail = { ...noTrail, from: 'notification' as const, deliveredAt: 126_000 };
    const receipts = receiptsOf(anItem({ answer: delivered, trail }), 0);
    expect(receipts.slice(2).map(({ what, more, at }) => `${what} ${more} @${at}`)).toEqual([
      'Answered “Yes” by you on the notification, after 1 min @61000',
      'Accepted by the server, 5 s after you answered @66000',
      'Delivered to the agent, 1 min later @126000',
    ]);
  });

  it('say that what is over was never seen here, and what somebody else answered', () => {
    const more = (ending: ItemDetail['ending']) => receiptsOf(anItem({ ending }), 0).at(-1)?.more;
    expect(more({ how: 'expired', at: 9_000 })).toBe('without having been seen here');
    expect(more({ how: 'answered', at: 13_000, byMe: false, responder: undefined, words: 'Ship' })).toBe(
      '“Ship”, after 12 s',
    );
  });

  it('bring this machine’s times to the server’s', () => {
    const [, received] = receiptsOf(anItem({ receivedAt: 500 }), 1_000);
    expect(received?.at).toBe(1_500);
  });

  it('end with how the item ended', () => {
    expect(said(anItem({ ending: { how: 'expired', at: 9_000 } })).at(-1)).toBe('Expired');
  });
});

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

  it('says who was first, with what, and when', () => {
    const responder = { id: 'user_42' as never, type: 'human' as const };
    const at = (ms: number) => `t+${ms}`;
    const ending = { how: 'answered', at: 5, byMe: false, responder, words: 'Ship it' } as const;
    expect(winnerWords(ending, at)).toBe('user_42 answered “Ship it” at t+5.');
    expect(winnerWords({ ...ending, responder: undefined, words: undefined }, at)).toBe(
      'Somebody else answered at t+5.',
    );
  });
});
