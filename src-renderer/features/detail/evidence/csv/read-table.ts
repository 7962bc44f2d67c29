/** A table whose rows are read when they are looked at: a long one costs what is on screen. */
export type Table = { head: readonly string[]; rowCount: number; row: (at: number) => readonly string[] };

/** More columns than this are no table that anybody reads; it is then shown as text. */
const mostColumns = 10_000;
/** So much of the head tells what separates its cells. */
const lookedAt = 2_000;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads comma-, tab-, semicolon- or bar-separated values as RFC 4180 has them; the first row is the head, empty rows are
 * left out. Undefined when it is no table: a quote that never closes, or more columns than anybody reads.
 */
export function readTable(text: string, type: string): Table | undefined {
  const places = rowPlaces(text);
  if (!places || places.length < 2) return undefined;
  const rowText = (at: number) => text.slice(places[at * 2], places[at * 2 + 1]);
  const first = rowText(0);
  const delimiter = type === 'text/tab-separated-values' ? '\t' : delimiterOf(first);
  const head = cellsOf(first, delimiter);
  if (!head) return undefined;
  return {
    head,
    rowCount: places.length / 2 - 1,
    row: (at) => cellsOf(rowText(at + 1), delimiter) ?? [rowText(at + 1)],
  };
}

/** Where each row begins and ends, one after the other; a line end inside quotes ends no row. */
function rowPlaces(text: string): number[] | undefined {
  const places: number[] = [];
  let from = 0;
  let isQuoted = false;
  let isBlank = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : lineFeed;
    if (code === quote) isQuoted = !isQuoted;
    const isEnd = code === lineFeed || code === carriageReturn;
    if (isEnd && at === text.length && isQuoted) return undefined;
    if (isEnd && !isQuoted) {
      if (!isBlank) places.push(from, at);
      from = at + 1;
      isBlank = true;
    } else if (code > 0x20) isBlank = false;
  }
  return places;
}

/** Whichever occurs most in the head, outside of quotes. */
function delimiterOf(head: string): string {
  const bare = head.slice(0, lookedAt).replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

/** The cells of a row; undefined when they are too many. */
function cellsOf(row: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length) {
    if (cells.length === mostColumns) return undefined;
    const end = row.charCodeAt(at) === quote ? quotedEnd(row, at) : at;
    const next = row.indexOf(delimiter, end);
    const to = next === -1 ? row.length : next;
    const cell = row.slice(at, to);
    cells.push(end > at ? cell.slice(1, end - at - 1).replaceAll('""', '"') + row.slice(end, to) : cell);
    at = to + 1;
  }
  return cells;
}

/** The place after the quote that closes the one at `from`. */
function quotedEnd(row: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const next = row.indexOf('"', at);
    if (next === -1) return row.length;
    if (row.charCodeAt(next + 1) !== quote) return next + 1;
    at = next + 2;
  }
}
