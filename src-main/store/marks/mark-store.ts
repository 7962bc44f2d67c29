import { z } from 'zod';
import { type AccountId, type ItemKey, partsOf } from '#shared/inbox/item-key';
import { type Marks, noMarks } from '#shared/inbox/marks';
import type { Database } from '../database.ts';
import { keyOf } from '../key-of.ts';
import { localDeadline, returnsAt } from './mark-columns.ts';

const Row = z
  .object({
    pinned: z.number(),
    snoozed_until: z.number().nullable(),
    returned_at: z.number().nullable(),
    looked_at: z.number().nullable(),
  })
  .transform(
    (row): Marks => ({
      isPinned: row.pinned === 1,
      snoozedUntil: row.snoozed_until ?? undefined,
      returnedAt: row.returned_at ?? undefined,
      isReturnUnseen: row.returned_at !== null && row.looked_at === null,
    }),
  );
const Deadline = z.object({ deadline: z.number().nullable() });
const Next = z.object({ at: z.number().nullable() });

const ofItem = 'account = ? AND id = ?';
const isMine = `m.account IN (SELECT value FROM json_each(:accounts))`;
const ofNotification = 'JOIN notifications n ON n.account = m.account AND n.id = m.id';

/** What a person has marked on open items. The items themselves say when they end; their marks go with that. */
export class MarkStore {
  readonly #database: Database;
  readonly #statements;

  constructor(database: Database) {
    const prepare = (sql: string) => database.prepare(sql);
    this.#database = database;
    this.#statements = {
      find: prepare(`SELECT m.pinned_at IS NOT NULL AS pinned, ${returnsAt} AS snoozed_until, m.returned_at, m.looked_at
        FROM marks m ${ofNotification} WHERE m.account = ? AND m.id = ?`),
      deadline: prepare(`SELECT ${localDeadline} AS deadline FROM notifications n WHERE ${ofItem}`),
      pin: prepare(`INSERT INTO marks (account, id, pinned_at) VALUES (?, ?, ?)
        ON CONFLICT (account, id) DO UPDATE SET pinned_at = coalesce(pinned_at, excluded.pinned_at)`),
      unpin: prepare(`UPDATE marks SET pinned_at = NULL WHERE ${ofItem}`),
      snooze: prepare(`INSERT INTO marks (account, id, snoozed_at, snoozed_until, snoozed_revision)
        SELECT account, id, :now, :until, revision FROM notifications WHERE account = :account AND id = :id
        ON CONFLICT (account, id) DO UPDATE SET snoozed_at = excluded.snoozed_at, snoozed_until = excluded.snoozed_until,
          snoozed_revision = excluded.snoozed_revision, returned_at = NULL, looked_at = NULL`),
      unsnooze: prepare(`UPDATE marks SET snoozed_at = NULL, snoozed_until = NULL, snoozed_revision = NULL
        WHERE ${ofItem} AND snoozed_until IS NOT NULL`),
      forgetEmpty: prepare(`DELETE FROM marks WHERE ${ofItem} AND pinned_at IS NULL AND snoozed_until IS NULL
        AND returned_at IS NULL`),
      due: prepare(`SELECT m.account, m.id FROM marks m ${ofNotification} WHERE m.snoozed_until IS NOT NULL
        AND n.open = 1 AND ${isMine} AND (${returnsAt} <= :now OR n.revision <> m.snoozed_revision)
        ORDER BY ${returnsAt}, m.account, m.id`),
      next: prepare(`SELECT min(${returnsAt}) AS at FROM marks m ${ofNotification}
        WHERE m.snoozed_until IS NOT NULL AND n.open = 1 AND ${isMine}`),
      giveBack: prepare(`UPDATE marks SET snoozed_at = NULL, snoozed_until = NULL, snoozed_revision = NULL,
        returned_at = ?, looked_at = NULL WHERE ${ofItem}`),
      // Whoever announces it marks it again: said once, over a crash in between as well.
      unannounce: prepare(`UPDATE notifications SET notified_at = NULL WHERE ${ofItem}`),
      look: prepare(`UPDATE marks SET looked_at = ? WHERE ${ofItem} AND returned_at IS NOT NULL AND looked_at IS NULL`),
    };
  }

  find(key: ItemKey): Marks {
    const { account, id } = partsOf(key);
    return Row.safeParse(this.#statements.find.get(account, id)).data ?? noMarks;
  }

  /** An item's deadline on this machine's clock, in ms. */
  deadlineHere(key: ItemKey): number | undefined {
    const { account, id } = partsOf(key);
    return Deadline.safeParse(this.#statements.deadline.get(account, id)).data?.deadline ?? undefined;
  }

  pin(key: ItemKey, now: number): void {
    const { account, id } = partsOf(key);
    this.#statements.pin.run(account, id, now);
  }

  unpin(key: ItemKey): void {
    this.#clear(key, this.#statements.unpin);
  }

  /** Times are ms of this machine's clock. */
  snooze(key: ItemKey, until: number, now: number): void {
    this.#statements.snooze.run({ ...partsOf(key), until, now });
  }

  /** Brings it back to where it stood; nobody needs to be told. */
  unsnooze(key: ItemKey): void {
    this.#clear(key, this.#statements.unsnooze);
  }

  /** Gives back what is due, and what is asked anew: such a question is not the one that was put off. */
  giveBack(accounts: readonly AccountId[], now: number): ItemKey[] {
    const keys = this.#statements.due.all({ accounts: JSON.stringify(accounts), now }).map(keyOf);
    if (keys.length === 0) return keys;
    this.#database.transaction(() => {
      for (const key of keys) {
        const { account, id } = partsOf(key);
        this.#statements.giveBack.run(now, account, id);
        this.#statements.unannounce.run(account, id);
      }
    });
    return keys;
  }

  /** When the next one comes back, in ms of this machine's clock. */
  nextReturn(accounts: readonly AccountId[]): number | undefined {
    return Next.parse(this.#statements.next.get({ accounts: JSON.stringify(accounts) })).at ?? undefined;
  }

  /** The person has an item before them. Returns whether that was the first time since it came back. */
  look(key: ItemKey, now: number): boolean {
    const { account, id } = partsOf(key);
    return Number(this.#statements.look.run(now, account, id).changes) === 1;
  }

  #clear(key: ItemKey, statement: { run: (account: string, id: string) => unknown }): void {
    const { account, id } = partsOf(key);
    this.#database.transaction(() => {
      statement.run(account, id);
      this.#statements.forgetEmpty.run(account, id);
    });
  }
}
