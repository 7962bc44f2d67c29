import { describe, expect, it } from 'vitest';
import type { ItemDetail, ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { ActionId } from '#shared/protocol/ids';
import { Notification } from '#shared/protocol/notification';
import { fail, ok } from '#shared/result';
import { aKey, anAnswer, anAppState, aRow } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import type { LayoutMode } from './layout.ts';
import { createStores } from './stores.ts';

const [a, b, c] = [aKey('a'), aKey('b'), aKey('c')];
const approve = { id: 'approve', label: 'Approve', response_type: 'simple' };

function detailOf(row: ItemRow): ItemDetail {
  const notification = Notification.parse({ id: row.key, actions: [approve], status: row.status });
  return {
    ...row,
    notification,
    revision: '1',
    draft: { openAction: null, inputs: {} },
    receivedAt: 0,
    seenAt: undefined,
    trail: { from: undefined, deliveredAt: undefined },
    firstFromService: false,
  };
}

/** The page over a main process that holds these items. */
async function setUp(rows: ItemRow[], layout: LayoutMode = 'wide') {
  const items = new Map(rows.map((row) => [row.key, row]));
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const clock = createFakeClock();
  fake.answer('app:read', () => ok(anAppState()));
  fake.answer('inbox:order', ({ view }) => {
    const shown = [...items.values()].filter((row) => (row.ending === undefined) === (view === 'inbox'));
    return ok({ keys: shown.map((row) => row.key), times: shown.map(() => null) });
  });
  fake.answer('inbox:rows', ({ keys }) => ok(keys.flatMap((key) => items.get(key) ?? [])));
  fake.answer('inbox:open-item', ({ key }) => {
    const row = items.get(key);
    return row ? ok(detailOf(row)) : fail({ code: 'item/not-found', message: 'gone' });
  });
  fake.answer('answer:submit', ({ key }) => {
    const answer = anAnswer({ state: 'held', sendAt: clock.now() + 5_000 }, { savedAt: clock.now() });
    items.set(key, aRow(key.slice(6), { answer }));
    return ok(answer);
  });
  fake.answer('answer:undo', ({ key }) => {
    items.set(key, aRow(key.slice(6)));
    return ok(undefined);
  });
  const stores = createStores({
    bridge: fake.bridge,
    clock,
    nextFrame: frames.nextFrame,
    isHidden: () => false,
    setTimer: () => 0,
    clearTimer: () => {},
    layout,
  });
  stores.start();
  await settle();
  const change = async (...keys: ItemKey[]) => {
    await fake.emit('inbox:changed', { keys });
    await frames.paint();
    await frames.paint();
  };
  const answerOpen = async () => {
    stores.openItem.getState().press('approve' as ActionId);
    await settle();
  };
  const chosen = () => stores.route.store.getState().chosen;
  return { fake, frames, clock, items, stores, change, answerOpen, chosen };
}

it('a list asks for the rows on its top before anything of it is drawn', async () => {
  const { stores } = await setUp([aRow('a'), aRow('b')]); // no component wants any row here
  expect([...stores.rows.store.getState().rows.keys()]).toEqual([a, b]);
});

describe('what opens', () => {
  it('is the first question, at once; in a narrow window it is the list', async () => {
    expect((await setUp([aRow('a'), aRow('b')])).chosen().inbox).toBe(a);
    expect((await setUp([aRow('a'), aRow('b')], 'single')).chosen().inbox).toBeUndefined();
  });

  it('is the first question that ever arrives', async () => {
    const { items, change, stores, chosen } = await setUp([]);
    items.set(a, aRow('a'));
    await change(a);
    expect(chosen().inbox).toBe(a);
    expect(stores.openItem.getState().item?.key).toBe(a);
    expect(stores.route.store.getState().openedBy).toBe('app');
  });

  it('after an answer is the next one, and the answer can be taken back from its toast', async () => {
    const { stores, answerOpen, chosen } = await setUp([aRow('a'), aRow('b')]);
    await answerOpen();
    expect(chosen().inbox).toBe(b);
    expect(stores.toasts.latestHeld()).toBe(a);
    await stores.undo();
    await settle();
    expect(chosen().inbox).toBe(a);
    expect(stores.toasts.store.getState().toasts.map((toast) => toast.kind)).toEqual(['taken-back']);
  });

  it('stays where the person has gone on to while an answer was taken back', async () => {
    const { fake, stores, answerOpen, chosen } = await setUp([aRow('a'), aRow('b'), aRow('c')]);
    await answerOpen();
    fake.hold('answer:undo');
    const undone = stores.undo();
    stores.navigation.open(c);
    await fake.next('answer:undo').reply(ok(undefined));
    await undone;
    expect(chosen().inbox).toBe(c);
  });

  it('after the last answer stays, and says how it stands', async () => {
    const { stores, answerOpen, chosen } = await setUp([aRow('a')]);
    await answerOpen();
    expect(chosen().inbox).toBe(a);
    expect(stores.openItem.getState().item?.answer?.state).toBe('held');
  });

  it('does not change under the person’s eyes when the item leaves the list; the way on begins in its place', async () => {
    const { items, change, stores, chosen } = await setUp([aRow('a'), aRow('b'), aRow('c')]);
    stores.navigation.step({ by: 1 });
    items.set(b, aRow('b', { status: 'expired', ending: { how: 'expired', at: 0 } }));
    await change(b);
    expect(chosen().inbox).toBe(b);
    stores.navigation.step({ by: 1 });
    expect(chosen().inbox).toBe(c);
  });

  it('follows the chosen item as it moves up, before it leaves', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const { items, change, stores, chosen } = await setUp(ids.map((id) => aRow(id)));
    stores.navigation.open(c);
    items.delete(a);
    await change(a);
    items.delete(c);
    await change(c);
    stores.navigation.step({ by: 1 });
    expect(chosen().inbox).toBe(aKey('d'));
  });

  it('is the first one again when the person comes back and the chosen item has left', async () => {
    const { items, change, stores, chosen } = await setUp([aRow('a'), aRow('b')]);
    stores.navigation.show('history');
    items.set(a, aRow('a', { status: 'expired', ending: { how: 'expired', at: 0 } }));
    await change(a);
    stores.navigation.show('inbox');
    await settle();
    expect(chosen().inbox).toBe(b);
  });
});

describe('an item that is to be shown', () => {
  it('is shown where it is: in the inbox, brought in if it waited to be, or in History', async () => {
    const { fake, items, change, stores, chosen } = await setUp([aRow('a')]);
    stores.navigation.show('settings');
    items.clear();
    for (const row of [aRow('b'), aRow('a')]) items.set(row.key, row);
    await fake.emit('inbox:show-item', { key: b });
    expect(stores.route.store.getState()).toMatchObject({ view: 'inbox', reading: true, openedBy: 'app' });
    expect(chosen().inbox).toBe(b);
    items.set(b, aRow('b', { status: 'expired', ending: { how: 'expired', at: 0 } }));
    await change(b);
    await fake.emit('inbox:show-item', { key: b });
    expect(stores.route.store.getState().view).toBe('history');
    expect(chosen().history).toBe(b);
  });

  it('is brought in from behind “N new”', async () => {
    const { fake, items, change, stores } = await setUp([aRow('b')]);
    items.clear();
    for (const row of [aRow('a'), aRow('b')]) items.set(row.key, row);
    await change(a);
    expect(stores.lists.inbox.store.getState().order.pending).toEqual([a]);
    await fake.emit('inbox:show-item', { key: a });
    expect(stores.lists.inbox.store.getState().order.shown).toEqual([a, b]);
  });

  it('takes away the filter that hides it', async () => {
    const { fake, stores, frames } = await setUp([aRow('a')]);
    fake.answer('inbox:order', ({ search }) => {
      const keys = search === '' ? [a, c] : [a];
      return ok({ keys, times: keys.map(() => null) });
    });
    fake.answer('inbox:rows', ({ keys }) => ok(keys.map((key) => aRow(key.slice(6)))));
    stores.lists.inbox.search('a');
    await frames.paint();
    await fake.emit('inbox:show-item', { key: c });
    await frames.paint();
    expect(stores.lists.inbox.store.getState()).toMatchObject({ search: '', order: { shown: [a, c] } });
    expect(stores.route.store.getState().chosen.inbox).toBe(c);
  });

  it('asked for twice is the last one asked for', async () => {
    const { fake, stores, chosen } = await setUp([aRow('a'), aRow('b')]);
    fake.hold('inbox:rows');
    void stores.navigation.showItem(b);
    void stores.navigation.showItem(a);
    const [first, second] = fake.callsOf('inbox:rows').slice(-2);
    await second?.reply(ok([aRow('a')]));
    await first?.reply(ok([aRow('b')]));
    expect(chosen().inbox).toBe(a);
  });

  it('gives way to what the person opens meanwhile', async () => {
    const { fake, stores, chosen } = await setUp([aRow('a'), aRow('b'), aRow('c')]);
    fake.hold('inbox:rows');
    void stores.navigation.showItem(b);
    stores.navigation.open(c);
    await fake
      .callsOf('inbox:rows')
      .at(-1)
      ?.reply(ok([aRow('b')]));
    expect(chosen().inbox).toBe(c);
  });

  it('stays opened by the person if it was', async () => {
    const { fake, stores } = await setUp([aRow('a'), aRow('b')]);
    stores.navigation.open(b);
    await fake.emit('inbox:show-item', { key: b });
    expect(stores.route.store.getState()).toMatchObject({ chosen: { inbox: b }, openedBy: 'person' });
  });

  it('that is unknown changes nothing', async () => {
    const { fake, chosen } = await setUp([aRow('a')]);
    await fake.emit('inbox:show-item', { key: c });
    expect(chosen().inbox).toBe(a);
  });
});

describe('a service that is chosen', () => {
  it('narrows the inbox, and the detail follows the list', async () => {
    const { fake, stores, frames, chosen } = await setUp([aRow('a'), aRow('b')]);
    fake.answer('inbox:order', ({ search }) => {
      const keys = search.trim() === 'service:"Release Bot"' ? [b] : [a, b];
      return ok({ keys, times: keys.map(() => null) });
    });
    stores.navigation.showOnly('service', 'Release Bot');
    await frames.paint();
    expect(chosen().inbox).toBe(b);
  });
});
