import { expect, it } from 'vitest';
import { ok } from '#shared/result';
import { aKey, anAppState, aRow } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createStores } from './stores.ts';

const [a, b] = [aKey('a'), aKey('b')];

/** A page of a window whose memory is this map. */
async function aPage(kept: Map<string, string>) {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  fake.answer('app:read', () => ok(anAppState()));
  fake.answer('inbox:order', () => ok({ keys: [a, b], times: [null, null] }));
  fake.answer('inbox:rows', ({ keys }) => ok(keys.map((key) => aRow(key.slice(6)))));
  fake.hold('inbox:open-item');
  fake.hold('inbox:snippets');
  const stores = createStores({
    bridge: fake.bridge,
    clock: createFakeClock(),
    nextFrame: frames.nextFrame,
    isHidden: () => false,
    setTimer: () => 0,
    clearTimer: () => {},
    layout: 'wide',
    memory: { read: () => kept.get('page'), write: (text) => void kept.set('page', text) },
  });
  stores.start();
  for (let turn = 0; turn < 4; turn++) {
    await settle();
    await frames.paint();
  }
  return stores;
}

it('the page after a crash shows what the one before had open, and what it searched for', async () => {
  const kept = new Map<string, string>();
  const before = await aPage(kept);
  before.navigation.open(b);
  before.lists.inbox.search('rollout');

  const after = await aPage(kept);
  expect(after.navigation.openKey()).toBe(b);
  expect(after.lists.inbox.store.getState().search).toBe('rollout');
  // Keys that answer wait as they do whenever the app brings an item up.
  expect(after.route.store.getState().openedBy).toBe('app');
});

it('another view is gone back to', async () => {
  const kept = new Map<string, string>();
  (await aPage(kept)).navigation.show('settings');
  expect((await aPage(kept)).route.store.getState().view).toBe('settings');
});

it.each(['', 'nonsense', '{"view":"elsewhere","chosen":{"inbox":7},"search":{},"reading":false}'])(
  'what is not understood (%j) is an ordinary start',
  async (text) => {
    const stores = await aPage(new Map([['page', text]]));
    expect(stores.route.store.getState()).toMatchObject({ view: 'inbox', chosen: { inbox: a } });
  },
);
