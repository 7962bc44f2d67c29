import { describe, expect, it } from 'vitest';
import { aKey } from '../testing/builders.ts';
import { nextToAnswer, stepIn } from './steps.ts';

const [a, b, c, d] = [aKey('a'), aKey('b'), aKey('c'), aKey('d')];
const none = () => false;

describe('a step in the list', () => {
  it('goes from the chosen row and stops at the ends', () => {
    expect(stepIn([a, b, c], b, 1, { by: 1 })).toBe(c);
    expect(stepIn([a, b, c], c, 2, { by: 1 })).toBe(c);
    expect(stepIn([a, b, c], b, 1, { by: -8 })).toBe(a);
    expect(stepIn([a, b, c], b, 1, { to: 'last' })).toBe(c);
  });

  it('begins at the near end when nothing is chosen', () => {
    expect(stepIn([a, b, c], undefined, 0, { by: 1 })).toBe(a);
    expect(stepIn([a, b, c], undefined, 0, { by: -1 })).toBe(c);
  });

  it('goes on from where an item stood that has left: the row in its place is the next one', () => {
    expect(stepIn([a, c, d], b, 1, { by: 1 })).toBe(c);
    expect(stepIn([a, c, d], b, 1, { by: -1 })).toBe(a);
  });

  it('leads nowhere in an empty list', () => {
    expect(stepIn([], a, 0, { by: 1 })).toBeUndefined();
  });
});

describe('the way on after an answer', () => {
  it('is the next row, also when the answered one has left already', () => {
    expect(nextToAnswer([a, b, c], b, 1, none)).toBe(c);
    expect(nextToAnswer([a, c], b, 1, none)).toBe(c);
  });

  it('passes over rows whose answer is on its way', () => {
    expect(nextToAnswer([a, b, c, d], a, 0, (key) => key === b || key === c)).toBe(d);
  });

  it('turns back at the end, and ends when nothing waits', () => {
    expect(nextToAnswer([a, b, c], c, 2, none)).toBe(b);
    expect(nextToAnswer([a, b], b, 1, (key) => key === a)).toBeUndefined();
  });
});
