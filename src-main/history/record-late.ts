import type { InboxDatabase } from '#main/store/inbox-database';
import { LogReader } from './log-reader.ts';

const itemsPerStep = 50;

/** Gives what ended before the decision log began its records, the oldest first; a step writes some of them at once. */
export function* recordLate({ database, decisions }: InboxDatabase): Generator<void, void> {
  if (decisions.chain().isComplete) return;
  const reader = new LogReader(database);
  for (let place = 0; ; ) {
    const items = reader.endedAfter(place, itemsPerStep);
    const last = items.at(-1);
    if (!last) break;
    database.transaction(() => {
      for (const { account, id, recorded } of items) if (!recorded) decisions.record(account, id, { late: true });
    });
    place = last.place;
    yield;
  }
  decisions.complete();
}
