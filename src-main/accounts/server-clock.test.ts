import { expect, test } from 'vitest';
import { account, settled, TestEngine } from '#main/testing/test-engine';
import { ServerClock } from './server-clock.ts';

const start = Date.parse('2026-01-15T09:00:00Z');
const httpDate = (ms: number) => new Date(ms).toUTCString();
const iso = (ms: number) => new Date(ms).toISOString();

function aClock() {
  const told: number[] = [];
  return { told, clock: new ServerClock((offsetMs) => told.push(offsetMs)) };
}

test.each([-86_400_000, -3_000, 3_000, 86_400_000])(
  'a clock that is off by %i ms is corrected to within a second',
  (off) => {
    for (const fraction of [0, 250, 500, 999]) {
      const { clock } = aClock();
      const server = start + fraction;
      clock.dateHeader(httpDate(server), server - off - 20, server - off + 20);
      expect(Math.abs(clock.offsetMs - off)).toBeLessThanOrEqual(1_000);
    }
  },
);

test('dates that contradict by a little move it just so far, so that it is within a second whatever came before', () => {
  for (let off = -1_500; off <= 1_500; off += 50) {
    const { clock } = aClock();
    for (const fraction of [999, 0, 500]) {
      const here = start - off + fraction;
      clock.dateHeader(httpDate(start + fraction), here, here);
      expect(Math.abs(clock.offsetMs - off)).toBeLessThanOrEqual(1_000);
    }
  }
  for (const off of [-1_200, 1_200]) {
    const { clock } = aClock();
    const here = start - off + (off > 0 ? 999 : 0);
    clock.dateHeader(httpDate(start), here, here);
    expect(Math.abs(clock.offsetMs - off)).toBeLessThanOrEqual(1_000);
  }
});

test('a clock that is set by less than a second leaves the server’s time where it was, without a call', async () => {
  const rig = new TestEngine();
  await rig.connect();
  const link = rig.engine.accounts.get(account);
  const before = link?.serverNow();
  const calls = rig.server.requests.length;
  rig.clock.jump(900);
  rig.engine.noticed('woke');
  await settled();
  expect(link?.serverNow()).toBe(before);
  expect(rig.server.requests).toHaveLength(calls);
});

test('a clock here that was set moves it by exactly that, and small steps are told when they are worth it', () => {
  const { clock, told } = aClock();
  for (let step = 0; step < 30; step++) clock.clockSet(10);
  expect(clock.offsetMs).toBe(-300);
  expect(told).toEqual([-50, -100, -150, -200, -250, -300]);
});

test('a heartbeat corrects to the millisecond, forwards', () => {
  const { clock } = aClock();
  expect(clock.heartbeat(iso(start + 90_000), start)).toBe(false);
  expect(clock.offsetMs).toBe(90_000);
});

test('one that was held up on its way turns nothing back: it is a reason to ask', () => {
  const { clock, told } = aClock();
  expect(clock.heartbeat(iso(start), start + 30_000)).toBe(true);
  expect(told).toEqual([]);
});

test('what agrees with what is known is not told again', () => {
  const { clock, told } = aClock();
  clock.dateHeader(httpDate(start), start, start + 40);
  clock.heartbeat(iso(start), start + 100);
  expect(told).toEqual([]);
});

test('a call during which the clock was set says nothing', () => {
  const { clock, told } = aClock();
  clock.dateHeader(httpDate(start), start, start - 3_600_000);
  clock.dateHeader(httpDate(start), start - 86_400_000, start);
  expect(told).toEqual([]);
});

test.each(['', 'yesterday', 'NaN'])('%j is no time', (text) => {
  const { clock, told } = aClock();
  clock.dateHeader(text, start, start);
  clock.heartbeat(text, start);
  clock.heartbeat(undefined, start);
  expect(told).toEqual([]);
});
