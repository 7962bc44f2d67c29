import { expect, test } from 'vitest';
import { keysOnTheWay, searchJson } from './search-json.ts';

const value = { service: { name: 'Api', ports: [80, 443] }, note: null, Name: 'x' };

test('finds names and plain values in order, whatever their case', () => {
  expect(searchJson(value, 'name')).toEqual([['service', 'name'], ['Name']]);
  expect(searchJson(value, '44')).toEqual([['service', 'ports', '1']]);
  expect(searchJson(value, 'null')).toEqual([['note']]);
  expect(searchJson(value, '  ')).toEqual([]);
});

test('what is too deep is left alone, and the matches of a wide value are bounded', () => {
  const nested = (levels: number) => {
    let value: unknown = 'needle';
    for (let level = 0; level < levels; level++) value = [value];
    return value;
  };
  expect(searchJson(nested(40), 'needle')[0]).toHaveLength(40);
  expect(searchJson(nested(20_000), 'needle')).toEqual([]);
  expect(searchJson(Array(5_000).fill('needle'), 'needle')).toHaveLength(500);
});

test('the way to a match is what has to be open', () => {
  expect(keysOnTheWay(['a', 'b'])).toEqual(['[]', '["a"]', '["a","b"]']);
});
