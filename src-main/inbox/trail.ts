import type { OutboxEntry } from '#main/outbox/outbox-entry';
import type { StoredRow } from '#main/store/stored-notification';
import type { Decision } from '#shared/history/decision-record';
import type { Trail } from '#shared/inbox/item';

/** What an item's decision left behind: from the answer on its way, or later from its record. */
export function trailOf(row: StoredRow, entry: OutboxEntry | undefined, recorded: Decision | undefined): Trail {
  return {
    from: (entry ? entry.from : recorded?.given?.from) ?? undefined,
    deliveredAt: row.state.status === 'completed' ? row.state.at : undefined,
  };
}
