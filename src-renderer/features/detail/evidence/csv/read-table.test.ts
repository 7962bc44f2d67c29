import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const csv = 'text/csv';

function all(text: string, type = csv) {
  const table = readTable(text, type);
  return table && [table.head, ...Array.from({ length: table.rowCount }, (_, at) => table.row(at))];
}

test('quotes, line ends inside them and empty lines are read as they are meant', () => {
  expect(all('name,note\r\n"Ada","says ""hi"", and\nmore"\n\nBob,\n')).toEqual([
    ['name', 'note'],
    ['Ada', 'says "hi", and\nmore'],
    ['Bob', ''],
  ]);
});

test.each([
  ['a;b;c\n1;2;3', ';'],
  ['a\tb\tc\n1\t2\t3', 'tab'],
  ['a|b|c\n1|2|3', 'bar'],
  ['"x,y;z";b;c\n1;2;3', 'semicolon, in spite of a quoted comma'],
])('%j is separated by %s', (text) => {
  expect(all(text)?.[1]).toEqual(['1', '2', '3']);
});

test('tab-separated values are so by their type', () => {
  expect(all('a,b\tc\n1\t2', 'text/tab-separated-values')).toEqual([
    ['a,b', 'c'],
    ['1', '2'],
  ]);
});

test('what is no table is undefined: nothing, a quote that never closes, too many columns', () => {
  expect(readTable('', csv)).toBeUndefined();
  expect(readTable('\n \n', csv)).toBeUndefined();
  expect(readTable('a,"b\nc,d', csv)).toBeUndefined();
  expect(readTable(','.repeat(20_000), csv)).toBeUndefined();
});

test('any table comes back as it was written', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', ';', 'ü') }).map((text) => `x${text}`);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.array(cell, { minLength: 5 }), { maxLength: 6 }),
      (width, raw) => {
        const rows = [Array.from({ length: width }, (_, n) => `head${n}`), ...raw.map((row) => row.slice(0, width))];
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(all(text)).toEqual(rows);
      },
    ),
  );
});
