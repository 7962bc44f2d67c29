import { z } from 'zod';
import type { Clock } from '#main/time/clock';
import { Draft } from '#shared/inbox/draft';
import { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import type { Database, DatabaseKind } from './database.ts';
import { type FoundRow, inserterInto, readableRows } from './readable-rows.ts';
import { openDamaged } from './rescue.ts';
import { readRow, storedJson } from './stored-notification.ts';

/** So long the start waits for what is saved; the rest follows in short turns, the newest first, in ms. */
const atOnceMs = 700;
const turnMs = 12;
const restMs = 30;
const rowsPerWrite = 50;

/** What is known here alone counts on, and what the server said since counts more. */
const keepBoth = `ON CONFLICT (account, id) DO UPDATE SET seen_at = coalesce(seen_at, excluded.seen_at),
  notified_at = coalesce(notified_at, excluded.notified_at), answer_words = coalesce(answer_words, excluded.answer_words),
  answered_by_me = max(answered_by_me, excluded.answered_by_me), response = coalesce(response, excluded.response)`;

const DraftRow = z.object({ draft: storedJson(Draft) });
const Item = z.object({ account: AccountId, id: NotificationId });
const RawRow = z.object({ raw: storedJson(z.looseObject({})), open: z.union([z.literal(0), z.literal(1)]) });

const isSoundNotification = (row: FoundRow) => readRow(row) !== undefined && RawRow.safeParse(row).success;
const isSoundDraft = (row: FoundRow) => DraftRow.safeParse(row).success;

/** An item of the damaged file that is in the new one. */
export type SavedItem = z.infer<typeof Item>;

export type RescuePorts = {
  kept: string;
  kind: DatabaseKind;
  database: Database;
  clock: Clock;
  /** An item was saved; runs in the transaction that saves it. */
  onSaved?: (item: SavedItem) => void;
};

/** How far it has come: rows saved so far, and whether that is all. */
export type RescueProgress = { saved: number; isDone: boolean };

/**
 * Brings what can still be read of a damaged history into the new file: drafts and clocks at once, then notifications.
 * Returns the way to stop; what was not read until then stays in the file that was set aside.
 */
export function rescueHistory(
  { kept, kind, database, clock, onSaved }: RescuePorts,
  onProgress: (progress: RescueProgress) => void,
): () => void {
  const damaged = openDamaged(kept, kind, clock.now());
  if (!damaged) {
    onProgress({ saved: 0, isDone: true });
    return () => {};
  }
  const rows = (table: string) => safely(() => readableRows(damaged.database, table));
  const small = (table: string, isSound: (row: FoundRow) => boolean) => {
    const insert = inserterInto(database, table, 'ON CONFLICT DO NOTHING');
    database.transaction(() => {
      for (const row of rows(table)) if (isSound(row)) insert(row);
    });
  };
  small('drafts', isSoundDraft);
  small('accounts', () => true);
  small('marks', () => true);

  const notifications = rows('notifications');
  const insert = inserterInto(database, 'notifications', keepBoth);
  let saved = 0;
  let stop = () => {};
  const close = () => {
    stop();
    damaged.close();
  };
  const work = (ms: number) => {
    const until = clock.now() + ms;
    let isDone: boolean;
    do
      isDone = writeSome(); // once at least, however busy the machine is
    while (!isDone && clock.now() < until);
    onProgress({ saved, isDone });
    if (isDone) damaged.close();
    else stop = clock.at(clock.now() + restMs, () => work(turnMs));
  };
  const writeSome = () =>
    database.transaction(() => {
      for (let n = 0; n < rowsPerWrite; n++) {
        const next = notifications.next();
        if (next.done) return true;
        if (!isSoundNotification(next.value) || !insert(next.value)) continue;
        saved += 1;
        onSaved?.(Item.parse(next.value));
      }
      return false;
    });
  work(atOnceMs);
  return close;
}

/** A table that is not there, or whose very beginning is damaged, has no rows to save. */
function* safely(read: () => Generator<FoundRow, void, undefined>): Generator<FoundRow, void, undefined> {
  try {
    yield* read();
  } catch {
    // nothing more can be read of it
  }
}
