import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../protocol/action.ts';
import { type ActionId, ServiceId } from '../protocol/ids.ts';
import { OfferedAction } from '../protocol/notification.ts';
import { validateResponse } from '../validation/validate-response.ts';
import { type BatchItem, heldTogetherMs, planBatch } from './batch.ts';
import { AccountId, type ItemKey } from './item-key.ts';

const approve = { id: 'approve', label: 'Approve', response_type: 'simple' };
const action = (raw: object) => OfferedAction.parse(raw);

function anItem(id: string, actions: object[] = [approve], changes: Partial<BatchItem> = {}): BatchItem {
  return {
    key: `local/${id}` as ItemKey,
    account: AccountId.parse('local'),
    serviceId: ServiceId.parse('bot'),
    serviceName: 'Release Bot',
    title: `Question ${id}`,
    revision: 'r',
    actions: actions.map(action),
    hindrance: undefined,
    ...changes,
  };
}

const offersOf = (items: BatchItem[]) => {
  const plan = planBatch(items);
  return plan.can === 'answer' ? plan.offers.map(({ label }) => label) : plan.because;
};
const refusedOf = (items: BatchItem[]) => planBatch(items).refused.map(({ label, because }) => [label, because]);

describe('what can be answered together (design.md 5)', () => {
  it('an action that all offer in the same words', () => {
    expect(offersOf([anItem('a'), anItem('b')])).toEqual(['Approve']);
  });

  it('only of one service, on one account', () => {
    expect(offersOf([anItem('a'), anItem('b', [approve], { serviceId: ServiceId.parse('other') })])).toBe(
      'several-services',
    );
    expect(offersOf([anItem('a'), anItem('b', [approve], { account: AccountId.parse('far') })])).toBe(
      'several-services',
    );
  });

  it('nothing that asks for a confirmation of its own, were it in one of them only', () => {
    for (const flag of ['destructive', 'irreversible', 'costly', 'requires_confirmation']) {
      const items = [anItem('a'), anItem('b', [{ ...approve, flags: [flag] }])];
      expect([offersOf(items), refusedOf(items)]).toEqual(['no-action', [['Approve', 'flagged']]]);
    }
    expect(offersOf([anItem('a'), anItem('b', [{ ...approve, flags: ['time_sensitive'] }])])).toEqual(['Approve']);
  });

  it('nothing that differs in label, type, options or constraints', () => {
    const part = { id: 'p', label: 'Part', response_type: 'scale', constraints: { min: 1, max: 5 } };
    for (const other of [
      { ...part, label: 'Some' },
      { ...part, constraints: { min: 1, max: 6 } },
      { ...part, constraints: { min: 1, max: 5, step: 2 } },
      { ...part, response_type: 'simple' },
    ]) {
      expect(refusedOf([anItem('a', [part]), anItem('b', [other])])).toEqual([['Part', 'not-the-same']]);
    }
    const same = { constraints: { step: 1, max: 5, min: 1 }, response_type: 'scale', label: 'Part', id: 'p' };
    expect(offersOf([anItem('a', [part]), anItem('b', [same])])).toEqual(['Part']);
  });

  it('nothing that is written, unknown, or missing in one', () => {
    const deny = { id: 'deny', label: 'Deny', response_type: 'text' };
    const odd = { id: 'odd', label: 'Odd', response_type: 'hologram' };
    const both = [anItem('a', [approve, deny, odd]), anItem('b', [approve, deny, odd])];
    expect([offersOf(both), refusedOf(both)]).toEqual([
      ['Approve'],
      [
        ['Deny', 'written'],
        ['Odd', 'unknown-type'],
      ],
    ]);
    const later = { id: 'later', label: 'Later', response_type: 'simple' };
    expect(refusedOf([anItem('a'), anItem('b', [approve, later])])).toEqual([['Later', 'not-offered-by-all']]);
  });

  it('leaves out what takes no answer now', () => {
    const plan = planBatch([
      anItem('a'),
      anItem('b', [], { hindrance: 'closed' }),
      anItem('c', [], { hindrance: 'on-its-way' }),
    ]);
    expect(plan.can === 'answer' && plan.items.map(({ key }) => key)).toEqual(['local/a']);
    expect(offersOf([anItem('b', [approve], { hindrance: 'closed' })])).toBe('none-open');
    expect(offersOf([])).toBe('none-open');
  });

  it('whatever is offered, an answer that is valid for one is valid for all', () => {
    const scale = fc
      .record({ min: fc.integer({ min: 0, max: 3 }), max: fc.integer({ min: 3, max: 6 }) })
      .map((constraints) => ({ id: 'x', label: 'X', response_type: 'scale', constraints }));
    const choice = fc.subarray(['u', 'v', 'w'], { minLength: 1 }).map((values) => ({
      id: 'x',
      label: 'X',
      response_type: 'choice',
      options: values.map((value) => ({ value, label: value })),
    }));
    const one = fc.oneof(scale, choice, fc.constant({ id: 'x', label: 'X', response_type: 'simple' }));
    const answer = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom('u', 'v', 'w', null));
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 3 }), answer, (actions, data) => {
        const items = actions.map((raw, n) => anItem(String(n), [raw]));
        const plan = planBatch(items);
        if (plan.can === 'nothing') return;
        const verdicts = items.map(({ actions: [own] }) => validateResponse(own as Action, data).ok);
        expect(new Set(verdicts).size).toBe(1);
        expect(plan.offers[0]?.id).toBe('x' as ActionId);
      }),
    );
  });
});

it('a batch is held long enough that its first answer waits for its last, and not at all where nothing is held', () => {
  expect(heldTogetherMs(5_000, 5)).toBe(5_075);
  expect(heldTogetherMs(5_000, 1_000)).toBe(20_000);
  expect(heldTogetherMs(0, 1_000)).toBe(0);
});
