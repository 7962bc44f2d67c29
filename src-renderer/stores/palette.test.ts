import { expect, test } from 'vitest';
import { ok } from '#shared/result';
import { aKey, aRow } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createPaletteStore } from './palette.ts';
import { createRowStore } from './rows.ts';

function setUp() {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  fake.hold('inbox:order');
  fake.answer('inbox:rows', ({ keys }) => ok(keys.map((key) => aRow(key))));
  const rows = createRowStore({ bridge: fake.bridge, nextFrame: frames.nextFrame });
  const palette = createPaletteStore({ bridge: fake.bridge, rows, nextFrame: frames.nextFrame });
  const reply = async (inbox: string[], history: string[] = []) => {
    for (const keys of [inbox, history]) {
      await fake.next('inbox:order').reply(ok({ keys: keys.map(aKey), times: keys.map(() => null) }));
    }
    await settle();
  };
  return { fake, frames, palette, reply };
}

test('a search of the palette asks for a few of the inbox, then a few of History', async () => {
  const { fake, frames, palette, reply } = setUp();
  palette.find('  disk ');
  await frames.paint();
  expect(fake.callsOf('inbox:order').map(({ args }) => args)).toEqual([
    { view: 'inbox', search: 'disk', limit: 6 },
    { view: 'history', search: 'disk', limit: 3 },
  ]);
  await reply(['a'], ['b']);
  expect(palette.store.getState().keys).toEqual([aKey('a'), aKey('b')]);
});

test('one search is out at a time: what is typed meanwhile is sought after it, and only the last of it', async () => {
  const { fake, frames, palette, reply } = setUp();
  palette.find('d');
  await frames.paint();
  for (const text of ['di', 'dis', 'disk']) {
    palette.find(text);
    await frames.paint();
  }
  expect(fake.callsOf('inbox:order')).toHaveLength(2);
  await reply(['old']);
  expect(palette.store.getState().keys).toEqual([]);
  await frames.paint();
  expect(fake.callsOf('inbox:order').map(({ args }) => args.search)).toEqual(['d', 'd', 'disk', 'disk']);
  await reply(['new']);
  expect(palette.store.getState().keys).toEqual([aKey('new')]);
});

test('a palette that was closed holds nothing, also when an answer comes late', async () => {
  const { frames, palette, reply } = setUp();
  palette.find('disk');
  await frames.paint();
  palette.stop();
  await reply(['a']);
  await frames.paint();
  expect(palette.store.getState().keys).toEqual([]);
});
