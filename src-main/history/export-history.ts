import { open, rename, rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Database } from '#main/store/database';
import { byteOrderMark } from '#shared/history/csv';
import { readRecord } from '#shared/history/decision-record';
import { type ExportFormat, exportHeader, toCsv } from '#shared/history/export-row';
import { type ItemKey, itemKey } from '#shared/inbox/item-key';
import { LogReader } from './log-reader.ts';
import { type ExportPorts, exportRowOf } from './rows-to-export.ts';

const rowsPerStep = 100;

export type ExportWish = {
  path: string;
  format: ExportFormat;
  /** Only records of these items; undefined is the whole log. */
  only: ReadonlySet<ItemKey> | undefined;
};

/**
 * Writes the log to a file, the oldest record first, some rows at a time; the file appears under its name once it is
 * whole. Returns how many rows and decisions it has; throws what the disk says.
 */
export async function exportHistory(
  database: Database,
  answerTo: ExportPorts['answerTo'],
  { path, format, only }: ExportWish,
): Promise<{ rows: number; decisions: number }> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    let count = 0;
    let decisions = 0;
    if (format === 'csv') await file.write(byteOrderMark + exportHeader);
    for (const rows of batches(new LogReader(database), answerTo, only)) {
      await setImmediate(); // other work goes on between two batches
      if (rows.length === 0) continue;
      const lines = format === 'csv' ? rows.map(toCsv) : rows.map((row) => JSON.stringify(row));
      const isFirst = count === 0;
      count += rows.length;
      decisions += rows.filter(({ is_last }) => is_last).length;
      await file.write(format === 'csv' ? lines.join('') : (isFirst ? '[\n' : ',\n') + lines.join(',\n'));
    }
    if (format === 'json') await file.write(count === 0 ? '[]\n' : '\n]\n');
    await file.sync();
    await file.close();
    await rename(part, path);
    return { rows: count, decisions };
  } catch (thrown) {
    await file.close().catch(() => {});
    await rm(part, { force: true });
    throw thrown;
  }
}

function* batches(reader: LogReader, answerTo: ExportPorts['answerTo'], only: ExportWish['only']) {
  const isWanted = (text: string | null) => {
    if (only === undefined) return true;
    const record = text === null ? undefined : readRecord(text);
    return record?.kind === 'decision' && only.has(itemKey(record.account, record.notification));
  };
  for (let seq = 0; ; ) {
    const rows = reader.rowsAfter(seq, rowsPerStep);
    const last = rows.at(-1);
    if (!last) return;
    seq = last.seq;
    yield rows.filter(({ record }) => isWanted(record)).map((row) => exportRowOf(row, { reader, answerTo }));
  }
}
