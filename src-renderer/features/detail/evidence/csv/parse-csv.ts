import { parse } from 'papaparse';

/** More columns than this are no table that anybody reads; it is then shown as text. */
const mostColumns = 60;

export type Table = { head: string[]; rows: string[][] };

/** Reads comma- (or tab-, semicolon-) separated values; the first row is the head. Undefined when it is no table. */
export function parseCsv(text: string, type: string): Table | undefined {
  const { data, errors } = parse<string[]>(text, {
    delimiter: type === 'text/tab-separated-values' ? '\t' : '',
    skipEmptyLines: 'greedy',
  });
  const [head, ...rows] = data;
  if (!head || head.length > mostColumns || errors.some(({ type: kind }) => kind === 'Quotes')) return undefined;
  return { head, rows };
}
