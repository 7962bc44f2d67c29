import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemKey } from '#shared/inbox/item-key';
import { ok } from '#shared/result';
import { aKey } from '../testing/builders.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createListStore } from './list.ts';
import { createSelectionStore } from './selection.ts';

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(aKey) as [ItemKey, ItemKey, ItemKey, ItemKey, ItemKey];

async function setUp(keys: readonly ItemKey[] = [a, b, c, d, e]) {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  let now = keys;
  fake.answer('inbox:order', () => ok({ keys: [...now], times: now.map(() => null) }));
  const ports = { bridge: fake.bridge, nextFrame: frames.nextFrame, serverNow: () => 0, isHidden: () => false };
  const list = createListStore('inbox', ports);
  const selection = createSelectionStore(list);
  list.start();
  selection.start();
  list.setShowing(true);
  await frames.paint();
  return {
    list,
    selection,
    selected: () => [...selection.store.getState().keys],
    async change(next: readonly ItemKey[]) {
      now = next;
      await fake.emit('inbox:changed', { keys: null });
      await frames.paint();
    },
  };
}

describe('the selection', () => {
  it('takes one row more or less', async () => {
    const { selection, selected } = await setUp();
    selection.toggle(b);
    selection.toggle(d);
    expect(selected()).toEqual([b, d]);
    selection.toggle(b);
    expect(selected()).toEqual([d]);
  });

  it('extends from where it began, and shrinks when one turns back', async () => {
    const { selection, selected } = await setUp();
    selection.toggle(e);
    selection.clear();
    selection.extendTo(c, b);
    selection.extendTo(d, c);
    expect(selected()).toEqual([b, c, d]);
    selection.extendTo(c, d);
    expect(selected()).toEqual([b, c]);
    selection.extendTo(a, c);
    expect(selected()).toEqual([a, b]);
  });

  it('keeps what was selected before a stretch', async () => {
    const { selection, selected } = await setUp();
    selection.toggle(e);
    selection.toggle(a);
    selection.extendTo(b, a);
    expect(selected().toSorted()).toEqual([a, b, e]);
  });

  it('takes all that the list shows, but not what waits behind "N new"', async () => {
    const { selection, selected, change } = await setUp([b, c]);
    await change([a, b, c]);
    selection.selectAll();
    expect(selected()).toEqual([b, c]);
  });

  it('survives arrivals, and drops what leaves the list', async () => {
    const { selection, selected, change } = await setUp([b, c, d]);
    selection.selectAll();
    await change([a, b, c, d, e]);
    expect(selected()).toEqual([b, c, d]);
    await change([a, b, d, e]);
    expect(selected()).toEqual([b, d]);
    selection.clear();
    expect(selection.isEmpty()).toBe(true);
  });

  it('holds only what the list holds, whatever happens', async () => {
    const keys = [a, b, c, d, e];
    const act = fc.oneof(
      fc.record({ do: fc.constant('toggle' as const), key: fc.constantFrom(...keys) }),
      fc.record({ do: fc.constant('extend' as const), key: fc.constantFrom(...keys) }),
      fc.record({ do: fc.constant('all' as const) }),
      fc.record({ do: fc.constant('change' as const), to: fc.shuffledSubarray(keys) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { list, selection, selected, change } = await setUp();
        const there = () => {
          const { shown, pending } = list.store.getState().order;
          return new Set([...shown, ...pending]);
        };
        for (const one of acts) {
          if (one.do === 'change') await change(one.to);
          else if (one.do === 'all') selection.selectAll();
          else if (!there().has(one.key)) continue;
          else if (one.do === 'toggle') selection.toggle(one.key);
          else selection.extendTo(one.key, undefined);
          for (const key of selected()) expect(there()).toContain(key);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('of 10,000 rows is a matter of ids: a change of it takes a moment', async () => {
    const keys = Array.from({ length: 10_000 }, (_, n) => aKey(`k${n}`));
    const { selection, change } = await setUp(keys);
    const since = performance.now();
    for (let n = 0; n < 20; n++) {
      selection.selectAll();
      selection.toggle(keys[n] as ItemKey);
    }
    expect(performance.now() - since).toBeLessThan(500);
    await change(keys.slice(5_000));
    expect(selection.store.getState().keys.size).toBe(5_000);
  });
});
