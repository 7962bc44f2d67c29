import { z } from 'zod';
import { csvLine, readCsv } from './csv.ts';

const Text = z.string().min(1).nullable();
const Whole = z.int().nullable();
const Truth = z.boolean().nullable();

/**
 * A record of the history as it is exported: what a person reads, and `hash` and `record`, by which anybody can verify
 * it (docs/history.md). What is not known is null. `*_at` are ISO instants; `value` is the answer's value as JSON.
 */
export const ExportRow = z.object({
  seq: z.int(),
  kind: z.string().min(1),
  /** Whether this is the last record of its question: there is one such row for each decision. */
  is_last: Truth,
  recorded_at: Text,
  title: Text,
  status: Text,
  answer: Text,
  answered_by: Text,
  answered_by_type: Text,
  answered_by_me: Truth,
  answered_from: Text,
  asked_at: Text,
  received_at: Text,
  seen_at: Text,
  answered_at: Text,
  accepted_at: Text,
  ended_at: Text,
  seconds_taken: Whole,
  service: Text,
  service_id: Text,
  project: Text,
  account: Text,
  notification_id: Text,
  action_id: Text,
  value: Text,
  reason: Text,
  hash: z.string(),
  record: Text,
});
export type ExportRow = z.infer<typeof ExportRow>;
export type ExportFormat = 'csv' | 'json';

const columns = Object.keys(ExportRow.shape) as (keyof ExportRow)[];
const wholes: ReadonlySet<string> = new Set<keyof ExportRow>(['seq', 'seconds_taken']);
const truths: ReadonlySet<string> = new Set<keyof ExportRow>(['is_last', 'answered_by_me']);

/** The first line of an exported CSV file. */
export const exportHeader = csvLine(columns);

export function toCsv(row: ExportRow): string {
  return csvLine(columns.map((name) => (row[name] === null ? '' : String(row[name]))));
}

/** Reads an exported CSV file; undefined when it is none. */
export function fromCsv(text: string): ExportRow[] | undefined {
  const [header, ...lines] = readCsv(text) ?? [];
  if (header?.join() !== columns.join()) return undefined;
  const rows = lines.map((line) => Object.fromEntries(columns.map((name, at) => [name, typed(name, line[at] ?? '')])));
  return z.array(ExportRow).safeParse(rows).data;
}

function typed(name: string, cell: string): unknown {
  if (cell === '') return null;
  if (wholes.has(name)) return Number(cell);
  return truths.has(name) ? cell === 'true' : cell;
}

/** Reads an exported JSON file, an array with a row on each line; undefined when it is none. */
export function fromJson(text: string): ExportRow[] | undefined {
  try {
    return z.array(ExportRow).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
