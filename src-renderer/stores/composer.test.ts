import { beforeEach, describe, expect, it } from 'vitest';
import type { ItemDetail } from '#shared/inbox/item';
import type { ActionId } from '#shared/protocol/ids';
import { ok } from '#shared/result';
import { anAnswer, anAppState, aRow } from '../testing/builders.ts';
import { createFakeBridge, type FakeBridge, settle } from '../testing/fake-bridge.ts';
import { type ComposerStores, createComposerStores } from './composer.ts';

const why = 'why' as ActionId;
let fake: FakeBridge;
let stores: ComposerStores;
let closed: number;
let timers: Map<number, () => void>;
let item: ItemDetail;

const { key } = aRow('n1');
const request = { key, actionId: why, text: undefined, problem: undefined };

beforeEach(() => {
  closed = 0;
  timers = new Map();
  item = {
    ...aRow('n1'),
    notification: {
      version: '1.0',
      context: { metadata: {} },
      actions: [{ id: why, label: 'Say why', response_type: 'text', flags: [], constraints: { max_length: 5 } }],
    },
    revision: 'r1',
    draft: { openAction: null, inputs: {} },
  } as unknown as ItemDetail;
  fake = createFakeBridge();
  fake.answer('app:read', () => ok(anAppState()));
  fake.answer('inbox:open-item', () => ok(item));
  fake.answer('answer:save-draft', () => ok(undefined));
  fake.answer('window:show-item', () => ok(undefined));
  let last = 0;
  stores = createComposerStores({
    bridge: fake.bridge,
    clock: { now: () => 1_000_000, at: () => () => {} },
    setTimer: (run) => {
      timers.set(++last, run);
      return last;
    },
    clearTimer: (timer) => void timers.delete(timer),
    close: () => closed++,
  });
  stores.start();
});

describe('a composer', () => {
  it('closes once what it sent is saved, and not before', async () => {
    await fake.emit('composer:compose', request);
    stores.openItem.getState().setInput(why, 'So');
    fake.hold('answer:submit');
    stores.openItem.getState().send();
    expect(fake.callsOf('answer:submit')[0]?.args).toMatchObject({ actionId: why, data: 'So', confirmed: false });
    expect(closed).toBe(0);
    await fake.next('answer:submit').reply(ok(anAnswer({ state: 'sending' })));
    expect(closed).toBe(1);
  });

  it('stays open when the answer is refused', async () => {
    await fake.emit('composer:compose', request);
    stores.openItem.getState().setInput(why, 'So');
    fake.hold('answer:submit');
    stores.openItem.getState().send();
    await fake.next('answer:submit').reply({ ok: false, error: { code: 'answer/not-saved', message: 'No room.' } });
    expect(closed).toBe(0);
    expect(stores.openItem.getState().error?.message).toBe('No room.');
  });

  it('holds what was refused, and says why until something is changed', async () => {
    await fake.emit('composer:compose', { ...request, text: 'Far too long', problem: 'At most 5 characters.' });
    expect(stores.openItem.getState().draft.inputs[why]).toBe('Far too long');
    expect(stores.store.getState().problem).toBe('At most 5 characters.');
    stores.openItem.getState().setInput(why, 'Short');
    expect(stores.store.getState().problem).toBeUndefined();
  });

  it('hands in what was typed before it goes, and before the full window takes over', async () => {
    await fake.emit('composer:compose', request);
    stores.openItem.getState().setInput(why, 'So');
    stores.leave();
    expect(fake.callsOf('answer:save-draft').at(-1)?.args.draft.inputs).toEqual({ [why]: 'So' });
    expect(closed).toBe(1);

    stores.openItem.getState().setInput(why, 'So!');
    void stores.openInInbox();
    expect(fake.callsOf('answer:save-draft').at(-1)?.args.draft.inputs).toEqual({ [why]: 'So!' });
    await settle();
    expect(fake.callsOf('window:show-item')[0]?.args).toEqual({ key, confirmAction: why });
    expect(closed).toBe(2);
  });

  it('goes by itself after its question ended, unless something was typed', async () => {
    await fake.emit('composer:compose', request);
    timers.clear();
    item = { ...item, ending: { how: 'expired', at: 0 } };
    await fake.emit('inbox:changed', { keys: [key] });
    expect(closed).toBe(0);
    for (const run of timers.values()) run();
    expect(closed).toBe(1);
  });

  it('stays with what was typed after its question ended', async () => {
    await fake.emit('composer:compose', request);
    stores.openItem.getState().setInput(why, 'So');
    stores.openItem.getState().flushDraft();
    timers.clear();
    item = { ...item, ending: { how: 'expired', at: 0 } };
    await fake.emit('inbox:changed', { keys: [key] });
    expect(timers.size).toBe(0);
    expect(closed).toBe(0);
  });
});

it('an item that is shown once more on demand takes what was typed for it elsewhere', async () => {
  await fake.emit('composer:compose', request);
  stores.openItem.getState().flushDraft();
  item = { ...item, draft: { openAction: why, inputs: { [why]: 'Else' } } };
  await fake.emit('inbox:changed', { keys: [key] });
  expect(stores.openItem.getState().draft.inputs).toEqual({});
  await stores.openItem.getState().open(key, { confirmAction: why });
  expect(stores.openItem.getState().draft.inputs).toEqual({ [why]: 'Else' });
});
