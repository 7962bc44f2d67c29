import { describe, expect, it } from 'vitest';
import { isObject, nestsDeeperThan } from './json-shape.ts';

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

describe('the shape of JSON', () => {
  it('tells objects from arrays and null', () => {
    expect([{}, [], null, 'x', 1, undefined].map(isObject)).toEqual([true, false, false, false, false, false]);
  });

  it('counts levels of nesting', () => {
    expect(nestsDeeperThan(nested(100), 100)).toBe(false);
    expect(nestsDeeperThan(nested(101), 100)).toBe(true);
  });

  it('is not exhausted by depth or width', () => {
    expect(nestsDeeperThan(nested(200_000), 100)).toBe(true);
    expect(nestsDeeperThan(new Array(300_000).fill({}), 100)).toBe(false);
  });
});
