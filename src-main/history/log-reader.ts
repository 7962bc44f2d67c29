import { z } from 'zod';
import type { Database } from '#main/store/database';
import { readRow, rowColumns, type StoredRow, storedJson } from '#main/store/stored-notification';
import type { ChainRow } from '#shared/history/chain-walk';
import { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';

const LogRow = z.object({ seq: z.number(), hash: z.string(), record: z.string().nullable() });
const Seq = z.object({ seq: z.number().nullable() });
const Raw = z.object({ raw: storedJson(z.looseObject({})) });
const Ended = z.object({
  place: z.number(),
  account: AccountId,
  id: NotificationId,
  title: z.string(),
  recorded: z.number().transform((n) => n === 1),
});

/** An item that ended, and whether a record says so; `place` is where the next ones follow. */
export type EndedItem = z.infer<typeof Ended>;

/** An item as it is stored: its row, when it can be read, and the object it was made from. */
export type StoredItem = { row: StoredRow | undefined; raw: Record<string, unknown> | undefined };

/** Reads the decision log, and what it is about, in batches. */
export class LogReader {
  readonly #statements;

  constructor(database: Database) {
    this.#statements = {
      rows: database.prepare('SELECT seq, hash, record FROM decisions WHERE seq > ? ORDER BY seq LIMIT ?'),
      latest: database.prepare('SELECT max(seq) AS seq FROM decisions WHERE account = ? AND id = ?'),
      item: database.prepare(`SELECT ${rowColumns} FROM notifications WHERE account = ? AND id = ?`),
      raw: database.prepare('SELECT raw FROM notifications WHERE account = ? AND id = ?'),
      ended: database.prepare(`SELECT rowid AS place, account, id, title, EXISTS (SELECT 1 FROM decisions d
        WHERE d.account = n.account AND d.id = n.id) AS recorded
        FROM notifications n WHERE open = 0 AND rowid > ? ORDER BY rowid LIMIT ?`),
    };
  }

  rowsAfter(seq: number, limit: number): ChainRow[] {
    return z.array(LogRow).parse(this.#statements.rows.all(seq, limit));
  }

  isLatest(account: AccountId, id: NotificationId, seq: number): boolean {
    return Seq.parse(this.#statements.latest.get(account, id)).seq === seq;
  }

  /** Undefined when nothing is stored under this id. */
  item(account: AccountId, id: NotificationId): StoredItem | undefined {
    const found: unknown = this.#statements.item.get(account, id);
    if (found === undefined || found === null) return undefined;
    return { row: readRow(found), raw: Raw.safeParse(this.#statements.raw.get(account, id)).data?.raw };
  }

  endedAfter(place: number, limit: number): EndedItem[] {
    return z.array(Ended).parse(this.#statements.ended.all(place, limit));
  }
}
