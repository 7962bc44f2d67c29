import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRateLimiter } from './rate-limiter.ts';

test('so many in a window, then exactly so long to wait, each key on its own', () => {
  const clock = createFakeClock();
  const limiter = createRateLimiter(3, 60_000, clock);
  for (const wait of [0, 10_000, 10_000]) {
    clock.advance(wait);
    expect(limiter.take('a')).toBeUndefined();
  }
  expect(limiter.take('a')).toBe(40_000);
  expect(limiter.take('b')).toBeUndefined();
  clock.advance(39_999);
  expect(limiter.take('a')).toBe(1);
  clock.advance(1);
  expect(limiter.take('a')).toBeUndefined();
  expect(limiter.take('a')).toBe(10_000);
});

test('never more than the limit in any window, and never refused with room left', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 }), (waits) => {
      const clock = createFakeClock();
      const limiter = createRateLimiter(5, 60_000, clock);
      const passed: number[] = [];
      for (const wait of waits) {
        clock.advance(wait);
        const recent = passed.filter((at) => at > clock.now() - 60_000).length;
        const refused = limiter.take('a');
        expect(refused === undefined).toBe(recent < 5);
        if (refused === undefined) passed.push(clock.now());
      }
    }),
  );
});

test('a clock that is set back locks nobody out', () => {
  let now = 1_000_000;
  const limiter = createRateLimiter(1, 60_000, { now: () => now, at: () => () => {} });
  expect(limiter.take('a')).toBeUndefined();
  now = 10_000;
  expect(limiter.take('a')).toBeUndefined();
  expect(limiter.take('a')).toBe(60_000);
});

test('without a limit everything passes; a great many keys do not disturb each other', () => {
  const clock = createFakeClock();
  const open = createRateLimiter(null, 60_000, clock);
  for (let n = 0; n < 1_000; n++) expect(open.take('a')).toBeUndefined();
  const limiter = createRateLimiter(1, 60_000, clock);
  expect(limiter.take('first')).toBeUndefined();
  for (let n = 0; n < 3_000; n++) expect(limiter.take(`k${n}`)).toBeUndefined();
  expect(limiter.take('first')).toBe(60_000);
});
