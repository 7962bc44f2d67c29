import { expect, it } from 'vitest';
import { ok } from '#shared/result';
import { aKey, aRow } from '../testing/builders.ts';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createAnnouncements } from './announcements.ts';
import { createListStore } from './list.ts';

/** The announcements of a page that shows an inbox with one question, `a`. */
async function setUp(isHidden = false) {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const clock = createFakeClock();
  const rows = new Map([[aKey('a'), aRow('a')]]);
  fake.answer('inbox:order', () => ok({ keys: [aKey('a')], times: [null] }));
  fake.answer('inbox:rows', ({ keys }) => ok(keys.flatMap((key) => rows.get(key) ?? [])));
  const ports = { bridge: fake.bridge, nextFrame: frames.nextFrame, isHidden: () => isHidden };
  const inbox = createListStore('inbox', { ...ports, serverNow: () => 0 });
  const announcements = createAnnouncements({ bridge: fake.bridge, clock, inbox, isHidden: () => isHidden });
  announcements.start();
  inbox.setShowing(true);
  await settle();
  const arrive = async (name: string) => {
    rows.set(aKey(name), aRow(name, { title: name }));
    await fake.emit('inbox:changed', { keys: [aKey(name)] });
  };
  const pass = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  return { fake, announcements, arrive, pass };
}

it('what arrives within a moment is said once and together, for one reading', async () => {
  const { fake, announcements, arrive, pass } = await setUp();
  for (const name of ['b', 'c', 'd']) {
    await arrive(name);
    await pass(400);
  }
  expect(announcements.store.getState().turn).toBe(0);
  await pass(300);
  expect(announcements.store.getState()).toMatchObject({ turn: 1, heard: { arrived: ['b', 'c', 'd'] } });
  expect(fake.callsOf('inbox:rows')).toHaveLength(1);
});

it('what was there before, and what only changes, is not said', async () => {
  const { announcements, arrive, pass } = await setUp();
  await arrive('a');
  await pass(1_500);
  expect(announcements.store.getState().turn).toBe(0);
});

it('out of sight nothing is said, and afterwards nothing is made up for', async () => {
  const { announcements, arrive, pass } = await setUp(true);
  await arrive('b');
  await pass(1_500);
  expect(announcements.store.getState().turn).toBe(0);
});
