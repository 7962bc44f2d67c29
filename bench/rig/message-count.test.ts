import { expect, it } from 'vitest';
import { mostInASecond } from './message-count.ts';

it('finds the busiest second wherever it begins', () => {
  expect(mostInASecond([])).toBe(0);
  expect(mostInASecond([5])).toBe(1);
  expect(mostInASecond([0, 400, 900, 1_000, 1_100, 1_350, 2_500])).toBe(5);
});

it('does not count both ends of a second', () => {
  expect(mostInASecond([0, 1_000])).toBe(1);
  expect(mostInASecond([0, 999])).toBe(2);
});
