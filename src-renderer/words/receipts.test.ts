import { describe, expect, it } from 'vitest';
import type { AnswerView, ItemDetail } from '#shared/inbox/item';
import type { ActionId } from '#shared/protocol/ids';
import { receiptsOf } from './receipts.ts';

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
