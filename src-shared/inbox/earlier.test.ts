import { describe, expect, it } from 'vitest';
import { NotificationId } from '../protocol/ids.ts';
import { Notification } from '../protocol/notification.ts';
import { earlierDecisions, type PastDecision } from './earlier.ts';
import { itemKey, localAccount } from './item-key.ts';

const actionsOf = (actions: unknown[]) => Notification.parse({ id: 'n', status: 'delivered', actions }).actions;
const pair = actionsOf([
  { id: 'approve', label: 'Approve', response_type: 'simple' },
  { id: 'deny', label: 'Deny', response_type: 'text' },
]);
const other = actionsOf([{ id: 'approve', label: 'Ship it', response_type: 'simple' }]);

let made = 0;
function past(actionId: string, over: Partial<PastDecision> = {}): PastDecision {
  made += 1;
  const key = itemKey(localAccount, NotificationId.parse(`n${made}`));
  return {
    key,
    title: `Q${made}`,
    at: 1_000 - made,
    words: actionId,
    byMe: true,
    actionId,
    data: null,
    actions: pair,
    ...over,
  };
}

describe('earlier decisions', () => {
  it('that offered the same answers come first, the latest of them before the others', () => {
    const all = [past('approve', { actions: other }), past('deny'), past('approve')];
    const { decisions } = earlierDecisions(pair, all);
    expect(decisions.map(({ title }) => title)).toEqual([all[1]?.title, all[2]?.title, all[0]?.title]);
    expect(decisions.map(({ isAlike }) => isAlike)).toEqual([true, true, false]);
  });

  it('are counted in the sender’s order, whichever answer was given more often', () => {
    const all = [past('deny'), past('deny'), past('deny'), past('deny'), past('approve'), past('approve')];
    expect(earlierDecisions(pair, all).alike).toEqual({
      of: 5,
      answers: [
        { label: 'Approve', times: 1 },
        { label: 'Deny', times: 4 },
      ],
    });
  });

  it('of somebody else are listed, and not counted as the person’s', () => {
    const all = [past('deny', { byMe: false }), past('approve'), past('approve')];
    const { alike, decisions } = earlierDecisions(pair, all);
    expect(alike).toEqual({ of: 2, answers: [{ label: 'Approve', times: 2 }] });
    expect(decisions).toHaveLength(3);
  });

  it('are no habit when there is one, and free words are not counted', () => {
    expect(earlierDecisions(pair, [past('approve')]).alike).toBeUndefined();
    const words = actionsOf([{ id: 'why', label: 'Why?', response_type: 'text' }]);
    const said = [past('why', { actions: words, data: 'a' }), past('why', { actions: words, data: 'b' })];
    expect(earlierDecisions(words, said).alike).toBeUndefined();
  });

  it('about one question with two sides are counted by its sides', () => {
    const sides = actionsOf([
      { id: 'logs', label: 'Logs?', response_type: 'binary', options: { true_label: 'With', false_label: 'Without' } },
    ]);
    const all = [false, false, true].map((data) => past('logs', { actions: sides, data }));
    expect(earlierDecisions(sides, all).alike?.answers).toEqual([
      { label: 'With', times: 1 },
      { label: 'Without', times: 2 },
    ]);
  });

  it('are none for a question that offers nothing, and at most five are listed', () => {
    expect(earlierDecisions([], [past('x', { actions: [] })]).decisions[0]?.isAlike).toBe(false);
    expect(
      earlierDecisions(
        pair,
        Array.from({ length: 9 }, () => past('deny')),
      ).decisions,
    ).toHaveLength(5);
  });
});
