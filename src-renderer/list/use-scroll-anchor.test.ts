import { describe, expect, it } from 'vitest';
import { entriesOf } from '../stores/list-entries.ts';
import { aKey } from '../testing/builders.ts';
import { shift } from './use-scroll-anchor.ts';

const keys = ['a', 'b', 'c', 'd', 'e'].map(aKey);
const [a, b, c] = keys;
const waiting = (of: typeof keys) => entriesOf(of, () => 'waiting');
/** The rows as they lie below a header of 34 px, 66 px each. */
const rows = keys.map((key, index) => ({ key, start: 34 + index * 66, end: 34 + (index + 1) * 66 }));

describe('a list that changes above what one reads', () => {
  it('scrolls along with the first row in sight', () => {
    expect(shift(rows, 150, waiting(keys.filter((key) => key !== a)))).toBe(-66);
    expect(shift(rows, 150, waiting([aKey('new'), ...keys]))).toBe(66);
  });

  it('stays where it is when something below changes', () => {
    expect(shift(rows, 150, waiting([...keys, aKey('new')]))).toBe(0);
  });

  it('holds on to the next row when the first one in sight has gone', () => {
    expect(shift(rows, 110, waiting(keys.filter((key) => key !== b)))).toBe(-66);
    expect(shift(rows, 110, waiting(keys.filter((key) => key !== c)))).toBe(0);
  });

  it('stays where it is when nothing in sight is left', () => {
    expect(shift(rows, 150, waiting([aKey('x')]))).toBe(0);
  });
});
