import type { DatabaseKind } from '#main/store/database';
import { readableRows } from '#main/store/readable-rows';
import { openDamaged } from '#main/store/rescue';
import { type OutboxEntry, readEntry } from './outbox-entry.ts';

/** Every decision that can still be read of a damaged `outbox.db`. */
export function rescueOutbox(kept: string, kind: DatabaseKind, now: number): OutboxEntry[] {
  const damaged = openDamaged(kept, kind, now);
  if (!damaged) return [];
  const saved: OutboxEntry[] = [];
  try {
    for (const row of readableRows(damaged.database, 'entries')) {
      const entry = readEntry(row);
      if (entry) saved.push(entry);
    }
  } catch {
    // nothing more can be read of it
  } finally {
    damaged.close();
  }
  return saved;
}
