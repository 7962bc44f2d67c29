import { describe, expect, test } from 'vitest';
import { NativeRig } from '#main/testing/native-rig';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf, settled, TestEngine } from '#main/testing/test-engine';
import { ActionId } from '#shared/protocol/ids';

const minute = 60_000;
const hour = 60 * minute;
const at = (ms: number) => new Date(ms).toISOString();

async function aRig(...questions: ReturnType<typeof aNotification>[]): Promise<TestEngine> {
  const rig = new TestEngine();
  for (const one of questions) rig.server.ask(one);
  await rig.connect();
  rig.clock.pass(100);
  return rig;
}
const inbox = (rig: TestEngine) => rig.engine.inbox.order({ view: 'inbox', search: '' }).keys;
const shelf = (rig: TestEngine) => rig.engine.inbox.order({ view: 'snoozed', search: '' });
const snooze = (rig: TestEngine, id: string, ms: number) => rig.engine.marks.snooze(keyOf(id), rig.clock.now() + ms);
const marksOf = (rig: TestEngine, id: string) => rig.engine.inbox.row(keyOf(id))?.marks;

describe('a snoozed item', () => {
  test('leaves the inbox, its count and its service’s, and stands in Snoozed by when it comes back', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'), aNotification('c'));
    const now = rig.clock.now();
    expect(snooze(rig, 'a', 2 * hour).ok).toBe(true);
    snooze(rig, 'b', hour);
    expect(inbox(rig)).toEqual([keyOf('c')]);
    expect(rig.engine.inbox.counts()).toMatchObject({ open: 1, snoozed: 2 });
    expect(rig.engine.inbox.services().map(({ open }) => open)).toEqual([1]);
    expect(shelf(rig)).toMatchObject({ keys: [keyOf('b'), keyOf('a')], times: [now + hour, now + 2 * hour] });
    expect(marksOf(rig, 'b')?.snoozedUntil).toBe(now + hour);
    expect(rig.closed).toEqual([keyOf('a'), keyOf('b')]); // its notification goes
  });

  test('comes back at its moment, unread and above what waited before, and is announced then', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'), aNotification('c'));
    for (const id of ['a', 'b', 'c']) rig.engine.inbox.see(keyOf(id));
    snooze(rig, 'c', hour);
    rig.arrived.length = 0;
    rig.clock.pass(hour - 1);
    expect(inbox(rig)).toEqual([keyOf('a'), keyOf('b')]);
    rig.clock.pass(1);
    expect(inbox(rig)).toEqual([keyOf('c'), keyOf('a'), keyOf('b')]);
    expect(rig.arrived).toEqual([keyOf('c')]);
    expect(rig.engine.inbox.row(keyOf('c'))).toMatchObject({ unread: true, marks: { snoozedUntil: undefined } });
    rig.engine.inbox.see(keyOf('c'));
    expect(rig.engine.inbox.row(keyOf('c'))?.unread).toBe(false);
    expect(inbox(rig)[0]).toBe(keyOf('c'));
  });

  test('is still snoozed after a restart, and what fell due meanwhile is back at once', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'));
    snooze(rig, 'a', hour);
    snooze(rig, 'b', 3 * hour);
    rig.restart();
    rig.clock.pass(0);
    expect(shelf(rig).keys).toEqual([keyOf('a'), keyOf('b')]);
    rig.clock.jump(2 * hour); // the app is not there
    rig.restart();
    rig.arrived.length = 0;
    rig.clock.pass(0);
    expect(shelf(rig).keys).toEqual([keyOf('b')]);
    expect(inbox(rig)).toEqual([keyOf('a')]);
    expect(rig.arrived).toEqual([keyOf('a')]);
  });

  test('is back after sleep, and not before its moment when the clock is set', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'));
    snooze(rig, 'a', hour);
    rig.clock.set(-30 * minute);
    rig.clock.pass(hour);
    expect(shelf(rig).keys).toEqual([keyOf('a')]);
    rig.clock.pass(30 * minute);
    expect(inbox(rig)).toContain(keyOf('a'));
    snooze(rig, 'b', hour);
    rig.clock.jump(2 * hour);
    rig.engine.noticed('woke');
    expect(inbox(rig)).toContain(keyOf('b'));
  });

  test('never outlasts its deadline: such a moment is refused, and a server’s clock that moves brings it back sooner', async () => {
    const rig = new TestEngine();
    const deadline = rig.clock.now() + 2 * hour;
    rig.server.ask(aNotification('a', { deadline: at(deadline) }));
    await rig.connect();
    expect(snooze(rig, 'a', 2 * hour)).toMatchObject({ ok: false, error: { code: 'snooze/not-possible' } });
    expect(snooze(rig, 'a', 110 * minute + 1).ok).toBe(false);
    expect(snooze(rig, 'a', 0).ok).toBe(false);
    expect(snooze(rig, 'a', 110 * minute).ok).toBe(true);
    rig.engine.store.notifications.setClockOffset(account, hour); // by the server it is an hour later than thought
    rig.clock.pass(50 * minute);
    rig.engine.noticed('network-up');
    expect(inbox(rig)).toEqual([keyOf('a')]);
  });

  test('comes back when something else is asked: that question was not put off', async () => {
    const rig = await aRig(aNotification('a'));
    snooze(rig, 'a', hour);
    rig.server.push('notification', aNotification('a'));
    rig.clock.pass(100);
    expect(inbox(rig)).toEqual([]);
    rig.server.push('notification', aNotification('a', { context: { title: 'Something else?' } }));
    rig.clock.pass(100);
    expect(inbox(rig)).toEqual([keyOf('a')]);
  });

  test.each([
    ['expired', 'expired'],
    ['withdrawn', 'invalidated'],
    ['answered elsewhere', 'responded'],
  ])('that is %s leaves Snoozed like the inbox, and its mark is gone', async (_how, status) => {
    const rig = await aRig(aNotification('a'));
    snooze(rig, 'a', hour);
    rig.engine.marks.pin(keyOf('a'), true);
    rig.server.push('status_update', { notification_id: 'a', status, timestamp: at(rig.clock.now()) });
    expect(shelf(rig).keys).toEqual([]);
    expect(rig.engine.inbox.counts()).toMatchObject({ open: 0, snoozed: 0, history: 1 });
    expect(rig.engine.store.database.prepare('SELECT count(*) AS n FROM marks').get()).toEqual({ n: 0 });
    rig.arrived.length = 0;
    rig.clock.pass(2 * hour);
    expect(rig.arrived).toEqual([]);
  });

  test('can be answered where it is', async () => {
    const rig = await aRig(aNotification('a'));
    rig.takeBackMs = 0;
    snooze(rig, 'a', hour);
    expect(rig.submit('a', 'ship').ok).toBe(true);
    rig.clock.pass(100);
    await settled();
    expect(rig.server.recorded.has('a')).toBe(true);
    expect(shelf(rig).keys).toEqual([]);
  });

  test('cannot be put off while an answer is on its way, nor once it is over or not here', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'));
    rig.submit('a', 'ship');
    expect(snooze(rig, 'a', hour)).toMatchObject({ error: { code: 'answer/in-flight' } });
    rig.server.push('status_update', { notification_id: 'b', status: 'expired', timestamp: at(rig.clock.now()) });
    expect(snooze(rig, 'b', hour)).toMatchObject({ error: { code: 'item/closed' } });
    expect(snooze(rig, 'nowhere', hour)).toMatchObject({ error: { code: 'item/not-found' } });
    expect(rig.engine.marks.pin(keyOf('b'), true)).toMatchObject({ error: { code: 'item/closed' } });
  });

  test('keeps its draft, and is where it was when it is brought back', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'));
    const draft = { openAction: ActionId.parse('rollout'), inputs: { [ActionId.parse('rollout')]: '25' } };
    rig.engine.inbox.saveDraft(keyOf('a'), draft);
    snooze(rig, 'a', hour);
    rig.restart();
    expect(rig.engine.inbox.item(keyOf('a'))).toMatchObject({ value: { draft, hasDraft: true } });
    expect(rig.engine.marks.unsnooze(keyOf('a')).ok).toBe(true);
    expect(inbox(rig)).toEqual([keyOf('a'), keyOf('b')]);
    expect(marksOf(rig, 'a')).toMatchObject({ snoozedUntil: undefined, returnedAt: undefined });
    expect(rig.engine.inbox.item(keyOf('a'))).toMatchObject({ value: { draft } });
  });

  test('is found by a search of Snoozed and not by one of the inbox', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'));
    snooze(rig, 'a', hour);
    const found = (view: 'inbox' | 'snoozed') => rig.engine.inbox.order({ view, search: 'question' }).keys;
    expect(found('inbox')).toEqual([keyOf('b')]);
    expect(found('snoozed')).toEqual([keyOf('a')]);
  });

  test('a disk that does not take it is said; one that does not take its return is asked again', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'));
    snooze(rig, 'a', hour);
    const { database } = rig.engine.store;
    database.exec('PRAGMA query_only = ON');
    expect(snooze(rig, 'b', hour)).toMatchObject({ ok: false, error: { code: 'store/not-saved' } });
    rig.clock.pass(hour);
    expect(shelf(rig).keys).toEqual([keyOf('a')]);
    database.exec('PRAGMA query_only = OFF');
    rig.clock.pass(30_000);
    expect(inbox(rig)).toContain(keyOf('a'));
  });
});

describe('a pinned item', () => {
  test('stands on top over a restart and a snooze, by urgency among the pinned', async () => {
    const rig = await aRig(aNotification('a'), aNotification('b'), aNotification('c'));
    for (const id of ['c', 'b']) rig.engine.marks.pin(keyOf(id), true);
    const order = () => rig.engine.inbox.order({ view: 'inbox', search: '' });
    expect(order()).toMatchObject({ keys: [keyOf('b'), keyOf('c'), keyOf('a')], pinned: 2 });
    snooze(rig, 'b', hour);
    rig.restart();
    rig.clock.pass(0);
    expect(order()).toMatchObject({ keys: [keyOf('c'), keyOf('a')], pinned: 1 });
    rig.clock.pass(hour);
    expect(order()).toMatchObject({ keys: [keyOf('b'), keyOf('c'), keyOf('a')], pinned: 2 });
    rig.engine.marks.pin(keyOf('c'), false);
    expect(order()).toMatchObject({ keys: [keyOf('b'), keyOf('a'), keyOf('c')], pinned: 1 });
  });
});

describe('the native notification of a return (R23)', () => {
  const snoozeIn = (rig: NativeRig, id: string, ms: number) =>
    rig.test.engine.marks.snooze(keyOf(id), rig.clock.now() + ms);
  const shownOf = (rig: NativeRig, id: string) => rig.daemon.history.filter(({ tag }) => tag === keyOf(id)).length;

  test('comes once: over a resync, a restart before and one after, and it is said why', async () => {
    const rig = await NativeRig.online();
    rig.arrive('a');
    expect(shownOf(rig, 'a')).toBe(1);
    snoozeIn(rig, 'a', hour);
    await rig.pass(0);
    expect(rig.daemon.onScreen.has(keyOf('a'))).toBe(false);
    await rig.restart();
    rig.arrive('a');
    await rig.pass(hour - minute);
    expect(shownOf(rig, 'a')).toBe(1);
    await rig.pass(minute);
    expect(shownOf(rig, 'a')).toBe(2);
    expect(rig.daemon.history.at(-1)).toMatchObject({ body: expect.stringContaining('Back from your snooze') });
    expect(rig.native.records()[0]).toMatchObject({ key: keyOf('a'), occasion: 'returned', outcome: 'shown' });
    await rig.restart();
    rig.arrive('a');
    await rig.pass(hour);
    expect(shownOf(rig, 'a')).toBe(2);
  });

  test('comes once when the app was not there, and when it died between storing the return and saying it', async () => {
    const rig = await NativeRig.online();
    rig.arrive('a');
    rig.arrive('b');
    snoozeIn(rig, 'a', hour);
    snoozeIn(rig, 'b', hour);
    await rig.pass(0);
    rig.clock.jump(2 * hour);
    rig.test.engine.store.marks.giveBack([account], rig.clock.now()); // and no more: a kill
    await rig.restart({ isClean: false });
    await rig.pass(minute);
    expect([shownOf(rig, 'a'), shownOf(rig, 'b')]).toEqual([2, 2]);
    await rig.restart();
    await rig.pass(hour);
    expect([shownOf(rig, 'a'), shownOf(rig, 'b')]).toEqual([2, 2]);
  });

  test('is the reminder where that fell into the snooze, and a snoozed item reminds of nothing', async () => {
    const rig = await NativeRig.online({ reminderMinutes: 30 });
    rig.arrive('a', { deadline: at(rig.clock.now() + 2 * hour) });
    snoozeIn(rig, 'a', 105 * minute);
    await rig.pass(0);
    await rig.pass(100 * minute);
    expect(shownOf(rig, 'a')).toBe(1);
    await rig.pass(5 * minute);
    await rig.pass(minute);
    expect(shownOf(rig, 'a')).toBe(2);
    expect(rig.native.records().map(({ occasion }) => occasion)).toEqual(['returned', 'arrival']);
  });

  test('a reminder that comes after the return still comes', async () => {
    const rig = await NativeRig.online({ reminderMinutes: 5 });
    rig.arrive('a', { deadline: at(rig.clock.now() + 2 * hour) });
    snoozeIn(rig, 'a', hour);
    await rig.pass(0);
    await rig.pass(hour);
    await rig.pass(56 * minute);
    expect(rig.native.records().map(({ occasion }) => occasion)).toEqual(['reminder', 'returned', 'arrival']);
  });

  test('many at once are a burst like any other', async () => {
    const rig = await NativeRig.online();
    const ids = Array.from({ length: 20 }, (_, n) => `q${n}`);
    for (const id of ids) rig.arrive(id);
    await rig.pass(minute);
    for (const id of ids) snoozeIn(rig, id, hour);
    await rig.pass(minute);
    const before = rig.daemon.history.length;
    await rig.pass(2 * hour);
    expect(rig.daemon.history.length - before).toBeLessThanOrEqual(5);
  });
});
