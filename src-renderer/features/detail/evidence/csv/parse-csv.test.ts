import { expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';

test.each([
  [
    'commas',
    'text/csv',
    'a,b\n1,"x, y"\n2,"say ""hi"""',
    [
      ['1', 'x, y'],
      ['2', 'say "hi"'],
    ],
  ],
  ['semicolons', 'text/csv', 'a;b\n1;2\n', [['1', '2']]],
  ['tabs', 'text/tab-separated-values', 'a\tb\n1\t2', [['1', '2']]],
  ['lines within a cell', 'text/csv', 'a,b\r\n"one\r\ntwo",3\r\n', [['one\r\ntwo', '3']]],
])('%s are read', (_name, type, text, rows) => {
  expect(parseCsv(text, type)).toEqual({ head: ['a', 'b'], rows });
});

test('what is no table stays text', () => {
  expect(parseCsv('a,b\n1,"never closed', 'text/csv')).toBeUndefined();
  expect(parseCsv(Array(61).fill('x').join(','), 'text/csv')).toBeUndefined();
  expect(parseCsv('', 'text/csv')).toBeUndefined();
});
