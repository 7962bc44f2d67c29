import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, readCsv } from './csv.ts';
import { ExportRow, exportHeader, fromCsv, fromJson, toCsv } from './export-row.ts';

const text = fc.option(fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ minLength: 1 })));
const whole = fc.option(fc.integer());
const named = (kind: string) => (kind === 'seq' || kind === 'seconds_taken' ? whole : text);
const aRow = fc.record({
  ...(Object.fromEntries(Object.keys(ExportRow.shape).map((name) => [name, named(name)])) as Record<
    string,
    typeof text
  >),
  seq: fc.integer(),
  kind: fc.string({ minLength: 1 }),
  is_last: fc.option(fc.boolean()),
  answered_by_me: fc.option(fc.boolean()),
  hash: fc.string({ minLength: 1 }),
}) as unknown as fc.Arbitrary<ExportRow>;

test('rows come back from CSV as they were, whatever stands in them', () => {
  fc.assert(
    fc.property(fc.array(aRow, { maxLength: 5 }), (rows) => {
      expect(fromCsv(`\uFEFF${exportHeader}${rows.map(toCsv).join('')}`)).toEqual(rows);
    }),
  );
});

test('rows come back from JSON as they were', () => {
  fc.assert(
    fc.property(fc.array(aRow, { maxLength: 5 }), (rows) => {
      expect(fromJson(JSON.stringify(rows))).toEqual(rows);
    }),
  );
  expect(fromJson('[{"seq":"one"}]')).toBeUndefined();
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''@x", '＝1'])(
  'a spreadsheet does not run %j, and reading gives it back',
  (cell) => {
    const line = csvLine(['a', cell]);
    const written = line.slice(2).replace(/^"/, '');
    expect(written.startsWith("'")).toBe(true);
    expect(readCsv(line)).toEqual([['a', cell]]);
  },
);

test('what is no formula is left alone', () => {
  expect(csvLine(["'tis", '5', 'a=b', ''])).toBe("'tis,5,a=b,\r\n");
});

test('quotes, commas and line ends stay within their cell (RFC 4180)', () => {
  expect(csvLine(['say "hi", now', 'two\r\nlines'])).toBe('"say ""hi"", now","two\r\nlines"\r\n');
  expect(readCsv('a,"b"c\r\n')).toBeUndefined();
  expect(fromCsv('seq,title\r\n1,x\r\n')).toBeUndefined();
});

test('a cell of a million characters is read', () => {
  const long = `"${'x"'.repeat(500_000)}`;
  expect(readCsv(csvLine([long, 'b']))).toEqual([[long, 'b']]);
});
