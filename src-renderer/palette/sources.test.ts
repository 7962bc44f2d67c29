import { describe, expect, it } from 'vitest';
import type { ItemDetail } from '#shared/inbox/item';
import { Notification } from '#shared/protocol/notification';
import { ok } from '#shared/result';
import { keyHintsOf } from '../keyboard/key-hints.tsx';
import { bindings, keyGroups } from '../keyboard/table.ts';
import { createStores } from '../stores/stores.ts';
import { aKey, anAnswer, anAppState, aRow } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { answers } from './answers.ts';
import { commands } from './commands.ts';
import { filters } from './filters.ts';
import { preferences } from './preferences.ts';

const a = aKey('a');
const keys = keyHintsOf(undefined);
const offered = [
  { id: 'go', label: 'Go ahead', response_type: 'simple' },
  { id: 'drop', label: 'Drop it', response_type: 'simple', flags: ['destructive'] },
  { id: 'why', label: 'Say why', response_type: 'text' },
];

function anItem(revision: string): ItemDetail {
  return {
    ...aRow('a'),
    notification: Notification.parse({ id: 'a', actions: offered, status: 'delivered' }),
    ...{ revision, draft: { openAction: null, inputs: {} }, receivedAt: 0, seenAt: undefined },
    ...{ trail: { from: undefined, deliveredAt: undefined }, firstFromService: false },
  };
}

/** The page over one open question. */
async function setUp() {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  let revision = 'r1';
  const services = [{ id: 'bot', name: 'Release Bot', open: 1 }];
  fake.answer('app:read', () => ok(anAppState({ services })));
  fake.answer('inbox:order', () => ok({ keys: [a], times: [null] }));
  fake.answer('inbox:rows', () => ok([aRow('a')]));
  fake.answer('inbox:open-item', () => ok(anItem(revision)));
  fake.answer('answer:submit', () => ok(anAnswer({ state: 'held', sendAt: 9e15 })));
  fake.answer('answer:save-draft', () => ok(undefined));
  fake.answer('app:change-settings', () => ok(undefined));
  const stores = createStores({
    bridge: fake.bridge,
    clock: createFakeClock(),
    nextFrame: frames.nextFrame,
    isHidden: () => false,
    setTimer: () => 0,
    clearTimer: () => {},
    layout: 'wide',
  });
  stores.start();
  await settle();
  const change = async () => {
    revision = 'r2';
    await fake.emit('inbox:changed', { keys: [a] });
    await frames.paint();
  };
  return { fake, stores, change };
}

describe('commands in the palette', () => {
  it('are all of the table, but those that are nothing without their key', async () => {
    const { stores } = await setUp();
    stores.toasts.answered(a, anAnswer({ state: 'held', sendAt: 9e15 }));
    const listed = new Set(commands(stores, keys).map(({ id }) => id.slice('command:'.length)));
    const all = new Set(bindings.map(({ command }) => command));
    const missing = [...all].filter((one) => !listed.has(one));
    // The open question waits, is no yes-or-no one, and nothing is put in.
    expect(missing.sort()).toEqual(['archive', 'digit', 'leave', 'no', 'palette', 'send', 'yes']);
    expect(keyGroups.flatMap((group) => group.commands)).toHaveLength(all.size);
  });

  it('say their keys, the person’s own among them', async () => {
    const { stores } = await setUp();
    const { settings } = anAppState();
    const own = keyHintsOf({ platform: 'linux', settings: { ...settings, keys: { search: 'q' } } });
    expect(commands(stores, own).find(({ id }) => id === 'command:search')?.keys).toEqual(['q']);
  });

  it('leave out what would do nothing now', async () => {
    const { stores } = await setUp();
    const ids = () => commands(stores, keys).map(({ id }) => id);
    expect(ids()).not.toContain('command:undo');
    stores.navigation.show('settings');
    await settle();
    expect(ids()).not.toContain('command:next');
    expect(ids()).toContain('command:go-inbox');
  });
});

describe('an answer chosen in the palette', () => {
  const choose = async (stores: Awaited<ReturnType<typeof setUp>>['stores'], id: string) => {
    answers(stores, keys)
      .find((entry) => entry.id === `answer:${id}`)
      ?.run();
    await settle();
  };

  it('is the press of its button', async () => {
    const { stores, fake } = await setUp();
    expect(answers(stores, keys).map(({ title }) => title)).toEqual(['Go ahead', 'Drop it', 'Say why']);
    await choose(stores, 'go');
    expect(fake.callsOf('answer:submit').map(({ args }) => args.actionId)).toEqual(['go']);
  });

  it('asks for the confirmation that its button asks for', async () => {
    const { stores, fake } = await setUp();
    await choose(stores, 'drop');
    expect(stores.openItem.getState().confirming?.actionId).toBe('drop');
    expect(fake.callsOf('answer:submit')).toEqual([]);
  });

  it('opens its control where it asks for a value', async () => {
    const { stores, fake } = await setUp();
    await choose(stores, 'why');
    expect(stores.openItem.getState().draft.openAction).toBe('why');
    expect(fake.callsOf('answer:submit')).toEqual([]);
  });

  it('is none any more when the question was worded anew meanwhile', async () => {
    const { stores, fake, change } = await setUp();
    const listed = answers(stores, keys);
    await change();
    for (const entry of listed) entry.run();
    stores.openItem.getState().lookedAgain();
    for (const entry of listed) entry.run();
    await settle();
    expect(fake.callsOf('answer:submit')).toEqual([]);
    expect(stores.openItem.getState().confirming).toBeUndefined();
  });
});

describe('the other entries', () => {
  it('narrow the inbox and show it whole again', async () => {
    const { stores } = await setUp();
    const run = (id: string) =>
      filters(stores, keys)
        .find((entry) => entry.id === id)
        ?.run();
    run('service:bot');
    expect(stores.lists.inbox.store.getState().search).toMatch(/^service:/);
    run('filter:none');
    expect(stores.lists.inbox.store.getState().search).toBe('');
  });

  it('set what is often set, and mark what is set already', async () => {
    const { stores, fake } = await setUp();
    const entries = preferences(stores, keys);
    expect(entries.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual(['theme:system', 'text-size:100']);
    entries.find(({ id }) => id === 'theme:dark')?.run();
    expect(fake.callsOf('app:change-settings').map(({ args }) => args)).toEqual([{ theme: 'dark' }]);
    await settle();
    expect(preferences(stores, keys).find(({ isCurrent }) => isCurrent)?.id).toBe('theme:dark');
  });
});
