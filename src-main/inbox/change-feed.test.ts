import { expect, it } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { ChangeFeed } from './change-feed.ts';

const account = AccountId.parse('local');
const key = (n: number) => itemKey(account, NotificationId.parse(`n${n}`));

function setUp() {
  const clock = new FakeClock();
  const feed = new ChangeFeed(clock);
  const flushes: { at: number; keys: ItemKey[] | null }[] = [];
  const start = clock.now();
  feed.onFlush((keys) => flushes.push({ at: clock.now() - start, keys }));
  /** So many changes a second, for so long. */
  const changes = (perSecond: number, forMs: number) => {
    for (let n = 0; n < (perSecond * forMs) / 1_000; n++) {
      feed.changed(key(n));
      clock.pass(1_000 / perSecond);
    }
  };
  return { clock, feed, flushes, changes };
}

it('tells a single change at once', () => {
  const { clock, feed, flushes } = setUp();
  feed.changed(key(1));
  feed.changed(key(1));
  clock.pass(0);
  expect(flushes).toEqual([{ at: 0, keys: [key(1)] }]);
});

it('tells what changes now and then at most thirty times a second', () => {
  const { flushes, changes } = setUp();
  changes(100, 1_000);
  expect(flushes.length).toBeGreaterThan(20);
  expect(flushes.length).toBeLessThanOrEqual(30);
});

it('tells a flood eight times a second, and leaves nothing out', () => {
  const { clock, flushes, changes } = setUp();
  changes(1_000, 1_000);
  clock.pass(200);
  expect(flushes.filter(({ at }) => at > 100 && at <= 1_100).length).toBeLessThanOrEqual(8);
  expect(new Set(flushes.flatMap(({ keys }) => keys ?? [])).size).toBe(1_000);
});

it('is as quick as before once the flood is over', () => {
  const { clock, feed, flushes, changes } = setUp();
  changes(1_000, 500);
  clock.pass(1_000);
  flushes.length = 0;
  const before = clock.now();
  feed.changed(key(1));
  clock.pass(0);
  expect(flushes).toHaveLength(1);
  expect(clock.now()).toBe(before);
});

it('says that all changed when it is too much to name', () => {
  const { clock, feed, flushes } = setUp();
  for (let n = 0; n <= 200; n++) feed.changed(key(n));
  clock.pass(0);
  expect(flushes).toEqual([{ at: 0, keys: null }]);
});

it('is not held up by a clock on the wall that was set back', () => {
  const { clock, feed, flushes } = setUp();
  feed.changed(key(1));
  clock.pass(0);
  clock.set(-24 * 3_600_000);
  feed.changed(key(2));
  clock.pass(1_000);
  expect(flushes).toHaveLength(2);
});
