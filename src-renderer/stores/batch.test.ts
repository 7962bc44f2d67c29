import { describe, expect, it } from 'vitest';
import type { BatchItem } from '#shared/inbox/batch';
import type { AnswerView, ItemRow } from '#shared/inbox/item';
import { type ItemKey, localAccount } from '#shared/inbox/item-key';
import type { Action } from '#shared/protocol/action';
import type { ServiceId } from '#shared/protocol/ids';
import { OfferedAction } from '#shared/protocol/notification';
import { fail, ok } from '#shared/result';
import { aKey, anAnswer, aRow } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createBatchStore } from './batch.ts';
import { createListStore } from './list.ts';
import { createRowStore } from './rows.ts';
import { createSelectionStore } from './selection.ts';

const approve = OfferedAction.parse({ id: 'approve', label: 'Approve', response_type: 'simple' }) as Action;

function anItem(key: ItemKey): BatchItem {
  const serviceId = 'bot' as ServiceId;
  const about = { account: localAccount, serviceId, serviceName: 'Bot', title: key, revision: 'r' };
  return { key, ...about, actions: [approve], hindrance: undefined };
}

async function setUp(count: number) {
  const keys = Array.from({ length: count }, (_, n) => aKey(`q${n}`));
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const clock = createFakeClock();
  const rowsThere = new Map<ItemKey, ItemRow>(keys.map((key) => [key, aRow(key.slice(6))]));
  const given: ItemKey[][] = [];
  fake.answer('inbox:order', () => ok({ keys, times: keys.map(() => null) }));
  fake.answer('inbox:rows', ({ keys: asked }) => ok(asked.flatMap((key) => rowsThere.get(key) ?? [])));
  fake.answer('batch:read', ({ keys: asked }) => ok(asked.map(anItem)));
  fake.answer('batch:submit', ({ answers }) => {
    for (const { key } of answers) stand(key, { state: 'held', sendAt: clock.now() + 5_000 });
    return ok(answers.map(({ key }) => ({ key, saved: true })));
  });
  function stand(key: ItemKey, standing: Parameters<typeof anAnswer>[0] | undefined) {
    const answer: AnswerView | undefined = standing && anAnswer(standing);
    rowsThere.set(key, aRow(key.slice(6), { answer }));
  }
  const list = createListStore('inbox', {
    bridge: fake.bridge,
    nextFrame: frames.nextFrame,
    serverNow: () => 0,
    isHidden: () => false,
  });
  const rows = createRowStore({ bridge: fake.bridge, nextFrame: frames.nextFrame });
  const selection = createSelectionStore(list);
  const onGiven = (all: readonly ItemKey[]) => given.push([...all]);
  const batch = createBatchStore({ bridge: fake.bridge, nextFrame: frames.nextFrame, clock, rows, selection, onGiven });
  for (const one of [list, rows, selection, batch]) one.start();
  list.setShowing(true);
  await frames.paint();
  const paint = async () => {
    for (let n = 0; n < 3; n++) await frames.paint();
  };
  return {
    keys,
    fake,
    clock,
    batch,
    selection,
    given,
    paint,
    stand,
    async told() {
      await fake.emit('inbox:changed', { keys: null });
      await paint();
    },
    async selectAll() {
      selection.selectAll();
      await paint();
      for (let n = 0; n < 10; n++) await settle();
    },
  };
}

describe('what is selected', () => {
  it('is read in parts, and offers what all of it can be answered with', async () => {
    const { batch, fake, selectAll } = await setUp(450);
    await selectAll();
    expect(fake.callsOf('batch:read').map(({ args }) => args.keys.length)).toEqual([200, 200, 50]);
    expect(batch.store.getState().plan).toMatchObject({ can: 'answer', serviceName: 'Bot' });
  });

  it('is read once: another row more costs one more', async () => {
    const { batch, fake, keys, selection, paint } = await setUp(3);
    selection.toggle(keys[0] as ItemKey);
    await paint();
    selection.toggle(keys[1] as ItemKey);
    await paint();
    expect(fake.callsOf('batch:read').map(({ args }) => args.keys)).toEqual([[keys[0]], [keys[1]]]);
    selection.clear();
    await paint();
    expect(batch.store.getState().plan).toBeUndefined();
  });

  it('is not read when it is more than can be answered together', async () => {
    const { batch, fake, selectAll } = await setUp(1_001);
    await selectAll();
    expect(fake.callsOf('batch:read')).toEqual([]);
    expect(batch.store.getState().plan).toBeUndefined();
  });
});

describe('a batch', () => {
  it('sends nothing before it is confirmed, nor what was unticked', async () => {
    const { batch, fake, keys, selectAll, selection, given } = await setUp(3);
    await selectAll();
    batch.preview(approve);
    batch.tick(keys[1] as ItemKey);
    expect(fake.callsOf('batch:submit')).toEqual([]);
    await batch.confirm(null);
    const answers = [keys[0], keys[2]].map((key) => ({ key, revision: 'r' }));
    expect(fake.callsOf('batch:submit').map(({ args }) => args)).toEqual([
      { answers, actionId: 'approve', data: null, of: 2 },
    ]);
    expect(selection.isEmpty()).toBe(true);
    expect(given).toEqual([[keys[0], keys[2]]]);
  });

  it('is given in parts of ten; stopped, the rest is not answered', async () => {
    const { batch, fake, keys, selectAll } = await setUp(50);
    await selectAll();
    fake.hold('batch:submit');
    batch.preview(approve);
    const done = batch.confirm(null);
    const first = fake.next('batch:submit');
    batch.stop();
    await first.reply(ok(first.args.answers.map(({ key }) => ({ key, saved: true }))));
    await done;
    expect(fake.callsOf('batch:submit')).toHaveLength(1);
    expect(batch.outcome(keys[0] as ItemKey)).toBe('held');
    expect(batch.outcome(keys[49] as ItemKey)).toBe('not-tried');
  });

  it('says of each answer what is true of it, and nothing more', async () => {
    const { batch, fake, keys, selectAll, stand, told, clock } = await setUp(6);
    const [q0, q1, q2, q3, q4, q5] = keys as [ItemKey, ItemKey, ItemKey, ItemKey, ItemKey, ItemKey];
    await selectAll();
    fake.answer('batch:submit', ({ answers }) =>
      ok(
        answers.map(({ key }) => {
          if (key === q5) return { key, saved: false, message: 'The service withdrew this question.' };
          stand(key, { state: 'held', sendAt: clock.now() + 5_000 });
          return { key, saved: true };
        }),
      ),
    );
    batch.preview(approve);
    await batch.confirm(null);
    await told();
    const outcomes = () => keys.map((key) => batch.outcome(key));
    expect(outcomes()).toEqual(['held', 'held', 'held', 'held', 'held', 'not-saved']);
    expect(batch.canUndo()).toBe(true);
    clock.advance(6_000);
    stand(q0, { state: 'accepted', acceptedAt: 1 });
    stand(q1, { state: 'waiting', waitsFor: 'connection', because: undefined, retryAt: undefined });
    const refusal = { message: '', code: undefined, requestId: undefined };
    stand(q2, { state: 'returned', because: 'already-answered', ...refusal });
    stand(q3, { state: 'returned', because: 'too-late', ...refusal });
    stand(q4, undefined);
    await told();
    expect(outcomes()).toEqual(['sent', 'waiting', 'already-answered', 'too-late', 'taken-back', 'not-saved']);
    expect(batch.canUndo()).toBe(false);
  });

  it('is taken back as far as it still can be', async () => {
    const { batch, fake, keys, selectAll, told } = await setUp(3);
    await selectAll();
    batch.preview(approve);
    await batch.confirm(null);
    await told();
    fake.answer('batch:undo', ({ keys: asked }) =>
      ok(asked.map((key) => (key === keys[2] ? { key, saved: false, message: 'It was sent.' } : { key, saved: true }))),
    );
    await batch.undoAll();
    expect(keys.map((key) => batch.outcome(key))).toEqual(['taken-back', 'taken-back', 'held']);
  });

  it('that the app could not take says so and leaves the rest', async () => {
    const { batch, fake, keys, selectAll } = await setUp(30);
    await selectAll();
    fake.answer('batch:submit', () => fail({ code: 'ipc/failed', message: 'No.' }));
    batch.preview(approve);
    await batch.confirm(null);
    expect(batch.store.getState().run).toMatchObject({ at: 'done', failure: { message: 'No.' } });
    expect(batch.outcome(keys[0] as ItemKey)).toBe('not-tried');
  });
});
