import { revisionOf } from '#main/inbox/content';
import { differencesOf, outcomeOf, sha256 } from '#main/store/decision-outcome';
import type { InboxDatabase } from '#main/store/inbox-database';
import { ChainWalk } from '#shared/history/chain-walk';
import type { Decision, DecisionRecord } from '#shared/history/decision-record';
import { faultsShown, type HistoryFault, type HistoryVerdict } from '#shared/history/verdict';
import { itemKey } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import { LogReader } from './log-reader.ts';
import { recordLate } from './record-late.ts';

const rowsPerStep = 10;
const itemsPerStep = 50;

/** How far it has come, in records. */
export type VerifyProgress = { done: number; total: number };

/**
 * Walks the whole log and holds every stored item against its latest record. Steps are short; what ends, or is removed,
 * between two of them is no fault, for each step sees one state of the file.
 */
export function* verifyHistory(store: InboxDatabase): Generator<VerifyProgress, HistoryVerdict> {
  for (const _ of recordLate(store)) yield { done: 0, total: 0 };
  const { decisions } = store;
  const reader = new LogReader(store.database);
  const { front } = decisions.chain();
  const walk = new ChainWalk(front, sha256);
  const faults: HistoryFault[] = [];
  const counts = { decisions: 0, records: 0, removed: 0, faults: 0 };
  const report = (found: readonly HistoryFault[]) => {
    counts.faults += found.length;
    faults.push(...found.slice(0, Math.max(0, faultsShown - faults.length)));
  };

  for (;;) {
    const { head, front: now } = decisions.chain();
    walk.skipTo(now);
    const rows = reader.rowsAfter(walk.seq, rowsPerStep);
    for (const row of rows) {
      const { record, faults: found } = walk.step(row);
      report(found);
      counts.records += 1;
      if (row.record === null) counts.removed += 1;
      if (record?.kind !== 'decision' || !reader.isLatest(record.account, record.notification, record.seq)) continue;
      counts.decisions += 1;
      report(heldAgainst(reader, record));
    }
    if (rows.length === 0) {
      report(walk.finish(head));
      break;
    }
    yield { done: walk.seq - front.seq, total: head.seq - front.seq };
  }
  for (let place = 0; ; ) {
    const items = reader.endedAfter(place, itemsPerStep);
    const last = items.at(-1);
    if (!last) break;
    for (const { account, id, title, recorded } of items) {
      if (!recorded) report([{ what: 'unrecorded', key: itemKey(account, id), title }]);
    }
    place = last.place;
    yield { done: counts.records, total: counts.records };
  }
  const { faults: faultCount, ...rest } = counts;
  const { frontAt, head } = decisions.chain();
  return { ...rest, since: frontAt, faults, faultCount, head: head.hash };
}

function heldAgainst(reader: LogReader, record: DecisionRecord & Decision): HistoryFault[] {
  const { seq, recorded_at: at, account, notification } = record;
  const key = itemKey(account, notification);
  const item = reader.item(account, notification);
  if (!item) return [{ what: 'item-missing', seq, at, key }];
  if (!item.row) return [{ what: 'item-altered', seq, at, key, title: '', parts: ['row'] }];
  const parts = new Set<string>(differencesOf(record.outcome, outcomeOf(item.row)));
  if (!item.raw || revisionOf(item.raw) !== item.row.revision) parts.add('question');
  return parts.size === 0
    ? []
    : [{ what: 'item-altered', seq, at, key, title: item.row.title || words.answers.untitled, parts: [...parts] }];
}
