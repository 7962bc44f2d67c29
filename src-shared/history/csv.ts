/** Before the first byte of a CSV file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/** A spreadsheet takes a cell that begins like this for a formula. */
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const defused = /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One line of CSV by RFC 4180, its end included. A cell that a spreadsheet would run gets an apostrophe before it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(formula.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Reads what `csvLine` wrote, the mark at its beginning and the apostrophes taken off; undefined when it is no CSV. */
export function readCsv(text: string): string[][] | undefined {
  const rest = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const lines: string[][] = [];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|$)/y;
  let line: string[] = [];
  while (cell.lastIndex < rest.length || line.length > 0) {
    const found = cell.exec(rest);
    if (!found) return undefined;
    const value = found[1]?.replaceAll('""', '"') ?? found[2] ?? '';
    line.push(defused.test(value) ? value.slice(1) : value);
    if (found[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
