import { describe, expect, it } from 'vitest';
import { fail, ok } from '#shared/result';
import { aKey, aRow } from '../testing/builders.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createRowStore } from './rows.ts';

const [a, b] = [aKey('a'), aKey('b')];

function setUp() {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const rows = createRowStore({ bridge: fake.bridge, nextFrame: frames.nextFrame });
  rows.start();
  fake.hold('inbox:rows');
  return { fake, frames, rows };
}

describe('the rows', () => {
  it('are read once a frame, each once, however often they are wanted', async () => {
    const { fake, frames, rows } = setUp();
    rows.want('inbox', [a]);
    rows.want('inbox', [a, b]);
    await frames.paint();
    rows.want('inbox', [a, b]);
    await frames.paint();
    expect(fake.callsOf('inbox:rows').map((call) => call.args.keys)).toEqual([[a, b]]);
  });

  it('are read again when they changed, and the old row stays until then', async () => {
    const { fake, frames, rows } = setUp();
    rows.want('inbox', [a]);
    await frames.paint();
    await fake.next('inbox:rows').reply(ok([aRow('a')]));
    await fake.emit('inbox:changed', { keys: [a] });
    await frames.paint();
    expect(rows.store.getState().rows.get(a)?.title).toBe('Question a');
    await fake.next('inbox:rows').reply(ok([aRow('a', { title: 'Changed' })]));
    expect(rows.store.getState().rows.get(a)?.title).toBe('Changed');
  });

  it('drop a reply that is older than the last change', async () => {
    const { fake, frames, rows } = setUp();
    rows.want('inbox', [a]);
    await frames.paint();
    const old = fake.next('inbox:rows');
    await fake.emit('inbox:changed', { keys: [a] });
    await frames.paint();
    await old.reply(ok([aRow('a', { title: 'Old' })]));
    expect(rows.store.getState().rows.has(a)).toBe(false);
    await frames.paint();
    await fake.next('inbox:rows').reply(ok([aRow('a', { title: 'New' })]));
    expect(rows.store.getState().rows.get(a)?.title).toBe('New');
  });

  it('come with the news of a newcomer, before the list asks for them, when there is little news', async () => {
    const { fake, frames, rows } = setUp();
    await fake.emit('inbox:changed', { keys: [a] });
    await fake.next('inbox:rows').reply(ok([aRow('a')]));
    rows.want('inbox', [a]);
    await frames.paint();
    await frames.paint();
    expect(rows.store.getState().rows.has(a)).toBe(true);
    await fake.emit('inbox:changed', { keys: Array.from({ length: 50 }, (_, n) => aKey(`n${n}`)) });
    await frames.paint();
    expect(fake.callsOf('inbox:rows')).toHaveLength(1);
  });

  it('are all read again when too many changed to be named', async () => {
    const { fake, frames, rows } = setUp();
    rows.want('inbox', [a, b]);
    await frames.paint();
    await fake.next('inbox:rows').reply(ok([aRow('a'), aRow('b')]));
    await fake.emit('inbox:changed', { keys: null });
    await frames.paint();
    expect(fake.next('inbox:rows').args.keys).toEqual([a, b]);
  });

  it('forget an item that is gone, and do not ask for it for ever', async () => {
    const { fake, frames, rows } = setUp();
    rows.want('inbox', [a]);
    await frames.paint();
    await fake.next('inbox:rows').reply(ok([]));
    rows.want('inbox', [a]);
    await frames.paint();
    expect(rows.store.getState().rows.size).toBe(0);
    expect(fake.callsOf('inbox:rows')).toHaveLength(1);
  });

  it('are asked for again after a failure, once they are wanted again', async () => {
    const { fake, frames, rows } = setUp();
    rows.want('inbox', [a]);
    await frames.paint();
    await fake.next('inbox:rows').reply(fail({ code: 'ipc/failed', message: 'no' }));
    await frames.paint();
    expect(fake.callsOf('inbox:rows')).toHaveLength(1);
    rows.want('inbox', [a]);
    await frames.paint();
    expect(fake.callsOf('inbox:rows')).toHaveLength(2);
  });

  it('are asked for in calls that the contract allows, and only so many are kept', async () => {
    const { fake, frames, rows } = setUp();
    fake.answer('inbox:rows', ({ keys }) => ok(keys.map((key) => aRow(key.slice(6)))));
    for (let from = 0; from < 3_000; from += 500) {
      rows.want(
        'inbox',
        Array.from({ length: 500 }, (_, index) => aKey(String(from + index))),
      );
      await frames.paint();
    }
    expect(Math.max(...fake.callsOf('inbox:rows').map((call) => call.args.keys.length))).toBe(200);
    expect(rows.store.getState().rows.size).toBe(1_000);
    expect(rows.store.getState().rows.has(aKey('2999'))).toBe(true);
  });
});
