import { expect, test } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { Heartbeat } from './heartbeat.ts';

function aHeart(answers: () => boolean) {
  const clock = new FakeClock();
  const heartbeat = new Heartbeat(clock);
  const seen = { pings: 0, hangs: 0 };
  heartbeat.startIn(0, {
    ping: () => {
      seen.pings += 1;
      if (answers()) heartbeat.heard();
    },
    hangs: () => {
      seen.hangs += 1;
    },
  });
  return { clock, heartbeat, seen };
}

test('a process that answers is left alone, however long', () => {
  const { clock, seen } = aHeart(() => true);
  clock.pass(3_600_000);
  expect(seen).toEqual({ pings: 3_601, hangs: 0 });
});

test('five pings without an answer: it hangs, which is said once', () => {
  const { clock, seen } = aHeart(() => false);
  clock.pass(4_999);
  expect(seen).toEqual({ pings: 5, hangs: 0 });
  clock.pass(1);
  expect(seen.hangs).toBe(1);
  clock.pass(60_000);
  expect(seen.hangs).toBe(1);
});

test('an answer in between starts the count anew', () => {
  let count = 0;
  const { clock, seen } = aHeart(() => ++count % 4 === 0);
  clock.pass(600_000);
  expect(seen.hangs).toBe(0);
});

test('after sleep, a debugger or SIGSTOP of the app itself nothing is held against it', () => {
  let answers = true;
  const { clock, seen } = aHeart(() => answers);
  clock.pass(2_000);
  answers = false;
  for (let n = 0; n < 20; n++) {
    clock.pass(3_000); // three pings that the machine had no time to answer
    clock.sleep(90_000);
  }
  expect(seen.hangs).toBe(0);
});

test('stopped, it neither pings nor complains', () => {
  const { clock, heartbeat, seen } = aHeart(() => false);
  clock.pass(3_000);
  heartbeat.stop();
  clock.pass(60_000);
  expect(seen).toEqual({ pings: 4, hangs: 0 });
});
