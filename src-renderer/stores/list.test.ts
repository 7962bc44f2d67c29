import { describe, expect, it } from 'vitest';
import type { ItemKey } from '#shared/inbox/item-key';
import { fail, ok } from '#shared/result';
import { aKey } from '../testing/builders.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createListStore } from './list.ts';
import type { ListView } from './route.ts';

const [a, b, c, d] = [aKey('a'), aKey('b'), aKey('c'), aKey('d')];
const order = (...keys: ItemKey[]) => ok({ keys, times: keys.map(() => null) });
const failure = fail({ code: 'ipc/failed', message: 'no' } as const);

function setUp(view: ListView = 'inbox') {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const page = { hidden: false };
  const list = createListStore(view, {
    bridge: fake.bridge,
    nextFrame: frames.nextFrame,
    serverNow: () => 0,
    isHidden: () => page.hidden,
  });
  fake.hold('inbox:order');
  list.start();
  list.setShowing(true);
  const shown = () => list.store.getState().order.shown;
  const pending = () => list.store.getState().order.pending;
  const change = async () => {
    await fake.emit('inbox:changed', { keys: [a] });
    await frames.paint();
  };
  return { fake, frames, page, list, shown, pending, change };
}

describe('a list', () => {
  it('reads its order when it comes on screen, and says that it is ready', async () => {
    const { fake, list, shown } = setUp();
    expect(list.store.getState().phase).toBe('loading');
    await fake.next('inbox:order').reply(order(a, b));
    expect(list.store.getState().phase).toBe('ready');
    expect(shown()).toEqual([a, b]);
  });

  it('lets newcomers wait that would move a row, and brings them in on request', async () => {
    const { fake, list, shown, pending, change } = setUp();
    await fake.next('inbox:order').reply(order(a, b));
    await change();
    await fake.next('inbox:order').reply(order(c, a, b, d));
    expect(shown()).toEqual([a, b, d]);
    expect(pending()).toEqual([c]);
    list.admit();
    expect(shown()).toEqual([c, a, b, d]);
    expect(pending()).toEqual([]);
  });

  it('begins with what is pinned, in a section of its own', async () => {
    const { fake, list } = setUp();
    await fake.next('inbox:order').reply(ok({ keys: [a, b, c], times: [null, 60_000, null], pinned: 1 }));
    const headers = list.store.getState().entries.filter((entry) => entry.kind === 'header');
    expect(headers.map(({ group }) => group)).toEqual(['pinned', 'due-soon', 'waiting']);
  });

  it('of what is snoozed goes by the day on which it comes back, and takes its order as it is', async () => {
    const { fake, list, shown, change } = setUp('snoozed');
    const day = (n: number) => new Date(2026, 10, n, 8).getTime();
    await fake.next('inbox:order').reply(ok({ keys: [a, b], times: [day(23), day(24)] }));
    const headers = list.store.getState().entries.filter((entry) => entry.kind === 'header');
    expect(headers.map(({ group }) => group)).toEqual(['2026-11-23', '2026-11-24']);
    await change();
    await fake.next('inbox:order').reply(ok({ keys: [c, a, b], times: [day(22), day(23), day(24)] }));
    expect(shown()).toEqual([c, a, b]);
  });

  it('takes newcomers in at once while nobody can see the page', async () => {
    const { fake, page, frames, shown } = setUp();
    await fake.next('inbox:order').reply(order(a));
    page.hidden = true;
    await fake.emit('inbox:changed', { keys: [c] });
    page.hidden = false;
    await frames.paint();
    await fake.next('inbox:order').reply(order(c, a));
    expect(shown()).toEqual([c, a]);
  });

  it('reads at most once a frame, and one reading at a time, whatever arrives', async () => {
    const { fake, change, frames } = setUp();
    await fake.next('inbox:order').reply(order(a));
    for (let i = 0; i < 50; i++) await fake.emit('inbox:changed', { keys: [b] });
    await frames.paint();
    await change();
    await change();
    expect(fake.callsOf('inbox:order')).toHaveLength(2);
    await fake.next('inbox:order').reply(order(a, b));
    await frames.paint();
    expect(fake.callsOf('inbox:order')).toHaveLength(3);
  });

  it('drops the reply to a search that is no longer the one', async () => {
    const { fake, frames, list, shown } = setUp();
    await fake.next('inbox:order').reply(order(a, b));
    list.search('g');
    await frames.paint();
    const old = fake.next('inbox:order');
    list.search('gr');
    list.search('grow');
    await frames.paint();
    expect(fake.callsOf('inbox:order').map((call) => call.args.search)).toEqual(['', 'g', 'grow']);
    await old.reply(order(b));
    expect(shown()).toEqual([a, b]);
    await fake.next('inbox:order').reply(order(c));
    expect(shown()).toEqual([c]);
  });

  it('takes the true order for a new search, although it is another one than on screen', async () => {
    const { fake, frames, list, shown, pending } = setUp();
    await fake.next('inbox:order').reply(order(a, b));
    list.search('x');
    await frames.paint();
    await fake.next('inbox:order').reply(order(c, b, a));
    expect(shown()).toEqual([c, b, a]);
    expect(pending()).toEqual([]);
  });

  it('asks for what its filters want, and for everything again', async () => {
    const { fake, frames, list } = setUp();
    await fake.next('inbox:order').reply(order(a));
    list.search('service:"Release Bot"');
    await frames.paint();
    expect(fake.next('inbox:order').args).toEqual({ view: 'inbox', search: 'service:"Release Bot"' });
    list.search('');
    await frames.paint();
    expect(fake.callsOf('inbox:order').at(-1)?.args).toEqual({ view: 'inbox', search: '' });
  });

  it('says that it could not be read, keeps what it had, and recovers', async () => {
    const { fake, list, shown, change } = setUp();
    await fake.next('inbox:order').reply(order(a));
    await change();
    await fake.next('inbox:order').reply(failure);
    expect(list.store.getState().phase).toBe('failed');
    expect(shown()).toEqual([a]);
    list.retry();
    await fake.next('inbox:order').reply(order(a, b));
    expect(list.store.getState()).toMatchObject({ phase: 'ready', failure: undefined });
  });

  it('reads nothing while it is not on screen, and its true order when it returns', async () => {
    const { fake, list, shown, change } = setUp();
    await fake.next('inbox:order').reply(order(a, b));
    list.setShowing(false);
    await change();
    expect(fake.callsOf('inbox:order')).toHaveLength(1);
    list.setShowing(true);
    await fake.next('inbox:order').reply(order(c, b, a));
    expect(shown()).toEqual([c, b, a]);
  });
});

describe('History', () => {
  it('takes what just ended in at once, but not while the person is in the middle of it', async () => {
    const { fake, list, shown, pending, change } = setUp('history');
    await fake.next('inbox:order').reply(order(a));
    await change();
    await fake.next('inbox:order').reply(order(b, a));
    expect(shown()).toEqual([b, a]);
    list.setSteady(true);
    await change();
    await fake.next('inbox:order').reply(order(c, b, a));
    expect(shown()).toEqual([b, a]);
    expect(pending()).toEqual([c]);
  });
});
