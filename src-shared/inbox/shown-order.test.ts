import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemKey } from './item-key.ts';
import { admitPending, mergeOrder, nothingShown, type ShownOrder } from './shown-order.ts';

const keys = (...names: string[]) => names.map((name) => `a/${name}` as ItemKey);
const pool = keys('1', '2', '3', '4', '5', '6', '7', '8');
const orders = fc.array(fc.shuffledSubarray(pool), { minLength: 1, maxLength: 8 });

/** Plays one order of the inbox after the other; now and then the person brings in what waits. */
function always(check: (before: ShownOrder, latest: ItemKey[], after: ShownOrder) => void) {
  fc.assert(
    fc.property(orders, fc.array(fc.boolean()), (all, admits) => {
      let shown = nothingShown;
      for (const [index, latest] of all.entries()) {
        const before = shown;
        shown = mergeOrder(before, latest);
        check(before, latest, shown);
        if (admits[index]) shown = admitPending(latest);
      }
    }),
    { numRuns: 1_000 },
  );
}

describe('the list on screen (design.md 5)', () => {
  it('shown and pending together are the inbox: nothing lost, nothing twice', () => {
    always((_before, latest, { shown, pending }) => {
      expect([...shown, ...pending].toSorted()).toEqual(latest.toSorted());
    });
  });

  it('what stays keeps its place among the others, whatever the new order says', () => {
    always((before, latest, { shown }) => {
      const stayed = before.shown.filter((key) => latest.includes(key));
      expect(shown.slice(0, stayed.length)).toEqual(stayed);
    });
  });

  it('a newcomer is put only behind everything on screen, or waits', () => {
    always((before, _latest, { shown }) => {
      const firstNew = shown.findIndex((key) => !before.shown.includes(key));
      if (firstNew !== -1) for (const key of shown.slice(firstNew)) expect(before.shown).not.toContain(key);
    });
  });

  it('what waits stands in its true order', () => {
    always((_before, latest, { pending }) => {
      expect(pending).toEqual(latest.filter((key) => pending.includes(key)));
    });
  });

  it('joins an empty list and the end of a list at once; above and between it waits', () => {
    expect(mergeOrder(nothingShown, keys('2', '1'))).toEqual({ shown: keys('2', '1'), pending: [] });
    const shown = { shown: keys('2', '4'), pending: [] };
    expect(mergeOrder(shown, keys('2', '4', '5'))).toEqual({ shown: keys('2', '4', '5'), pending: [] });
    expect(mergeOrder(shown, keys('1', '2', '3', '4'))).toEqual({ shown: keys('2', '4'), pending: keys('1', '3') });
  });

  it('lets nothing in above a row on screen, however urgent: a deadline waits like everything else', () => {
    // As the store orders them: due soon first, then the rest by age.
    expect(mergeOrder({ shown: keys('5', '6'), pending: [] }, keys('1', '5', '6'))).toEqual({
      shown: keys('5', '6'),
      pending: keys('1'),
    });
    // What waits stays behind "N new" when a row between ends, and joins only once nothing stands below it.
    expect(mergeOrder({ shown: keys('5', '6'), pending: keys('1') }, keys('1', '6'))).toEqual({
      shown: keys('6'),
      pending: keys('1'),
    });
  });

  it('when all that was shown is gone the list starts anew', () => {
    expect(mergeOrder({ shown: keys('1'), pending: keys('2') }, keys('2', '3'))).toEqual({
      shown: keys('2', '3'),
      pending: [],
    });
  });

  it('"N new" brings them in, in the true order', () => {
    expect(admitPending(keys('1', '2'))).toEqual({ shown: keys('1', '2'), pending: [] });
  });
});
