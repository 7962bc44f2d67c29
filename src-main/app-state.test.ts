import { expect, it } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { coalesced } from './app-state.ts';

it('tells soon, once for all that changed together, and not more than ten times a second', () => {
  const clock = new FakeClock();
  const told: number[] = [];
  const start = clock.now();
  const change = coalesced(clock, () => told.push(clock.now() - start));
  change();
  change();
  clock.pass(0);
  expect(told).toEqual([]); // the row is drawn first
  clock.pass(34);
  expect(told).toEqual([34]);
  for (let n = 0; n < 1_000; n++) {
    change();
    clock.pass(1);
  }
  expect(told.length).toBeGreaterThan(8);
  expect(told.length).toBeLessThanOrEqual(11);
});

it('is not held up by a clock on the wall that was set back', () => {
  const clock = new FakeClock();
  let told = 0;
  const change = coalesced(clock, () => {
    told += 1;
  });
  change();
  clock.pass(1_000);
  clock.set(-24 * 3_600_000);
  change();
  clock.pass(1_000);
  expect(told).toBe(2);
});
