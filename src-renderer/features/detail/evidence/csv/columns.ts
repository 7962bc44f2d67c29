import type { Table } from './read-table.ts';

const narrowestRem = 5;
const widestRem = 28;
/** So many cells tell how wide the columns are. */
const cellsLookedAt = 4_000;
const rowsLookedAt = 100;

/** How wide each column is drawn, in rem, by what the first rows hold. */
export function columnWidths({ head, rowCount, row }: Table): number[] {
  const longest = head.map(({ length }) => length);
  const rows = Math.min(rowCount, rowsLookedAt, Math.ceil(cellsLookedAt / head.length));
  for (let at = 0; at < rows; at++) {
    for (const [column, { length }] of row(at).slice(0, head.length).entries()) {
      if (length > (longest[column] ?? 0)) longest[column] = length;
    }
  }
  return longest.map((length) => Math.min(widestRem, Math.max(narrowestRem, length * 0.5 + 1.5)));
}
