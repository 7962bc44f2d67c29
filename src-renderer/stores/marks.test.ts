import { describe, expect, it } from 'vitest';
import type { ItemDetail, ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import { noMarks } from '#shared/inbox/marks';
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
const ended = { how: 'expired', at: 0 } as const;

function detailOf(row: ItemRow): ItemDetail {
  return {
    ...row,
    notification: Notification.parse({ id: row.key, actions: [approve], status: row.status }),
    revision: '1',
    draft: { openAction: null, inputs: {} },
    receivedAt: 0,
    seenAt: undefined,
    trail: { from: undefined, deliveredAt: undefined },
    firstFromService: false,
  };
}

/** The page over a main process that holds these items and does what it is told about their marks. */
async function setUp(rows: ItemRow[], layout: LayoutMode = 'wide') {
  const items = new Map(rows.map((row) => [row.key, row]));
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const clock = createFakeClock();
  const mark = (key: ItemKey, marks: Partial<ItemRow['marks']>) => {
    const row = items.get(key);
    if (row) items.set(key, { ...row, marks: { ...row.marks, ...marks } });
    return ok(undefined);
  };
  const viewOf = (row: ItemRow) =>
    row.ending ? 'history' : row.marks.snoozedUntil === undefined ? 'inbox' : 'snoozed';
  fake.answer('app:read', () => ok(anAppState()));
  fake.answer('inbox:order', ({ view }) => {
    const shown = [...items.values()].filter((row) => viewOf(row) === view);
    const sorted = shown.toSorted((one, other) => Number(other.marks.isPinned) - Number(one.marks.isPinned));
    const pinned = shown.filter((row) => row.marks.isPinned).length;
    return ok({ keys: sorted.map((row) => row.key), times: sorted.map(() => null), pinned });
  });
  fake.answer('inbox:rows', ({ keys }) => ok(keys.flatMap((key) => items.get(key) ?? [])));
  fake.answer('inbox:open-item', ({ key }) => {
    const row = items.get(key);
    return row ? ok(detailOf(row)) : fail({ code: 'item/not-found', message: 'gone' });
  });
  fake.answer('inbox:snooze', ({ key, until }) => mark(key, { snoozedUntil: until }));
  fake.answer('inbox:unsnooze', ({ key }) => mark(key, { snoozedUntil: undefined }));
  fake.answer('inbox:pin', ({ key, isPinned }) => mark(key, { isPinned }));
  fake.answer('answer:submit', ({ key }) => {
    const answer = anAnswer({ state: 'held', sendAt: clock.now() + 5_000 }, { savedAt: clock.now() });
    items.set(key, { ...aRow(key.slice(6)), answer });
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
  const snooze = async (key: ItemKey, ms = 3_600_000) => {
    stores.marks.ask();
    await stores.marks.snooze(clock.now() + ms);
    await change(key);
  };
  const chosen = () => stores.route.store.getState().chosen;
  const notice = () => stores.marks.store.getState().notice;
  const shown = () => stores.lists.inbox.store.getState().order.shown;
  return { fake, frames, clock, items, stores, change, snooze, chosen, notice, shown };
}

describe('snoozing', () => {
  it('asks about the open item, and the next one opens', async () => {
    const { stores, clock, snooze, chosen, notice, shown } = await setUp([aRow('a'), aRow('b')]);
    expect(stores.marks.ask()).toBe(true);
    expect(stores.marks.store.getState().asking).toMatchObject({ key: a, title: 'Question a', deadline: undefined });
    await snooze(a);
    expect(stores.marks.store.getState().asking).toBeUndefined();
    expect(shown()).toEqual([b]);
    expect(chosen().inbox).toBe(b);
    expect(stores.route.store.getState().openedBy).toBe('app');
    expect(notice()).toMatchObject({ kind: 'snoozed', key: a, until: clock.now() + 3_600_000 });
  });

  it('brings the deadline to this machine’s clock', async () => {
    const { stores, fake } = await setUp([aRow('a', { deadline: 100_000 })]);
    const state = anAppState();
    const accounts = state.accounts.map((one) => ({ ...one, clockOffsetMs: 30_000 }));
    await fake.emit('app:changed', { ...state, accounts });
    stores.marks.ask();
    expect(stores.marks.store.getState().asking?.deadline).toBe(70_000);
  });

  it('of the last one leaves nothing open; in a narrow window it goes back to the list', async () => {
    const { stores, snooze, chosen } = await setUp([aRow('a')], 'single');
    stores.navigation.open(a);
    await settle();
    await snooze(a);
    expect(chosen().inbox).toBeUndefined();
    expect(stores.route.store.getState().reading).toBe(false);
    expect(stores.openItem.getState().key).toBeUndefined();
  });

  it('is taken back by Undo: the item is in its place and open again', async () => {
    const { stores, frames, snooze, chosen, notice, shown } = await setUp([aRow('a'), aRow('b')]);
    await snooze(a);
    await stores.undo();
    await frames.paint();
    expect(shown()).toEqual([a, b]);
    expect(chosen().inbox).toBe(a);
    expect(notice()).toBeUndefined();
  });

  it('Undo takes back what came last, an answer or a snooze', async () => {
    const { stores, clock, fake, items, snooze, change } = await setUp([aRow('a'), aRow('b'), aRow('c')]);
    await snooze(a);
    clock.advance(1_000);
    stores.openItem.getState().press('approve' as ActionId);
    await settle();
    await change(b);
    await stores.undo();
    expect(fake.callsOf('answer:undo').map(({ args }) => args.key)).toEqual([b]);
    expect(items.get(a)?.marks.snoozedUntil).toBeDefined();
    await stores.undo();
    expect(items.get(a)?.marks.snoozedUntil).toBeUndefined();
  });

  it('once more moves it within Snoozed, stays there, and is taken back to the moment before', async () => {
    const until = 9_000_000;
    const { stores, items, frames, snooze, chosen } = await setUp([
      aRow('a', { marks: { ...noMarks, snoozedUntil: until } }),
    ]);
    stores.navigation.show('snoozed');
    await frames.paint();
    stores.navigation.open(a);
    await settle();
    await snooze(a, 60_000);
    expect(chosen().snoozed).toBe(a);
    await stores.undo();
    expect(items.get(a)?.marks.snoozedUntil).toBe(until);
  });

  it('ends at once when the person says so', async () => {
    const { stores, items, frames, change, chosen, notice } = await setUp([
      aRow('a', { marks: { ...noMarks, snoozedUntil: 9_000_000 } }),
      aRow('b', { marks: { ...noMarks, snoozedUntil: 9_000_001 } }),
    ]);
    stores.navigation.show('snoozed');
    await frames.paint();
    stores.navigation.open(a);
    await settle();
    await stores.marks.bringBack();
    await change(a);
    expect(items.get(a)?.marks.snoozedUntil).toBeUndefined();
    expect(chosen().snoozed).toBe(b);
    expect(notice()).toMatchObject({ kind: 'brought-back', key: a });
  });

  it('that is refused says why, and the item stays', async () => {
    const { stores, fake, chosen, notice } = await setUp([aRow('a'), aRow('b')]);
    fake.answer('inbox:snooze', () => fail({ code: 'snooze/not-possible', message: 'Too late.' }));
    stores.marks.ask();
    await stores.marks.snooze(1);
    expect(notice()).toMatchObject({ kind: 'refused', error: { message: 'Too late.' } });
    expect(chosen().inbox).toBe(a);
  });

  it('asks nothing about an item that is over or answered', async () => {
    const over = await setUp([aRow('a', { ending: ended, status: 'expired' })]);
    over.stores.navigation.show('history');
    await over.frames.paint();
    over.stores.navigation.open(a);
    await settle();
    expect(over.stores.marks.ask()).toBe(false);
    const answered = await setUp([aRow('a', { answer: anAnswer({ state: 'sending' }) })]);
    expect(answered.stores.marks.ask()).toBe(false);
    expect(answered.stores.marks.store.getState().asking).toBeUndefined();
  });

  it('what is said about it goes by itself', async () => {
    const { clock, snooze, notice } = await setUp([aRow('a'), aRow('b')]);
    await snooze(a);
    clock.advance(8_000);
    expect(notice()).toBeUndefined();
  });
});

describe('an item that is to be shown', () => {
  it('is shown in Snoozed while it is put off', async () => {
    const { fake, stores, frames, chosen } = await setUp([
      aRow('a'),
      aRow('b', { marks: { ...noMarks, snoozedUntil: 9_000_000 } }),
    ]);
    await fake.emit('inbox:show-item', { key: b });
    await frames.paint();
    expect(stores.route.store.getState().view).toBe('snoozed');
    expect(chosen().snoozed).toBe(b);
  });
});

describe('a pin', () => {
  it('brings the open item to the top at once, and a second one lets it go', async () => {
    const { stores, items, shown, chosen } = await setUp([aRow('a'), aRow('b'), aRow('c')]);
    stores.navigation.open(c);
    await settle();
    await stores.marks.pin();
    await settle();
    expect(shown()).toEqual([c, a, b]);
    expect(chosen().inbox).toBe(c);
    await stores.openItem.getState().retryLoad();
    await stores.marks.pin();
    await settle();
    expect(items.get(c)?.marks.isPinned).toBe(false);
    expect(shown()).toEqual([a, b, c]);
  });
});

describe('being done with an item', () => {
  it('that ended while it was open goes on to the next, and answers nothing', async () => {
    const { fake, stores, items, change, chosen } = await setUp([aRow('a'), aRow('b')]);
    items.set(a, aRow('a', { ending: ended, status: 'expired' }));
    await change(a);
    expect(chosen().inbox).toBe(a);
    stores.marks.archive();
    expect(chosen().inbox).toBe(b);
    expect(fake.callsOf('answer:submit')).toEqual([]);
  });

  it('that is the last one leaves nothing open', async () => {
    const { stores, items, change, chosen } = await setUp([aRow('a')]);
    items.set(a, aRow('a', { ending: ended, status: 'expired' }));
    await change(a);
    stores.marks.archive();
    expect(chosen().inbox).toBeUndefined();
  });

  it('that still waits leaves it where it is, and says so', async () => {
    const { stores, chosen, notice } = await setUp([aRow('a'), aRow('b')]);
    stores.marks.archive();
    expect(chosen().inbox).toBe(a);
    expect(notice()).toMatchObject({ kind: 'still-open' });
  });
});
