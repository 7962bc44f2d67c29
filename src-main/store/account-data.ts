import { z } from 'zod';
import { type AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import type { Database } from './database.ts';
import type { DecisionLog } from './decision-log.ts';

const Id = z.object({ id: NotificationId });
const Count = z.object({ n: z.number() });

/** Everything in `inbox.db` that belongs to one account: how much it is, and its end. */
export class AccountData {
  readonly #database: Database;
  readonly #log: DecisionLog;
  readonly #statements;

  constructor(database: Database, log: DecisionLog) {
    const prepare = (sql: string) => database.prepare(sql);
    this.#database = database;
    this.#log = log;
    this.#statements = {
      open: prepare('SELECT id FROM notifications WHERE open = 1 AND account = ?'),
      ended: prepare('SELECT count(*) AS n FROM notifications WHERE open = 0 AND account = ?'),
      drafts: prepare('SELECT count(*) AS n FROM drafts WHERE account = ?'),
      eraseOpen: prepare('DELETE FROM notifications WHERE open = 1 AND account = ?'),
      eraseAll: prepare('DELETE FROM notifications WHERE account = ?'),
      eraseDrafts: prepare(`DELETE FROM drafts AS d WHERE account = ? AND NOT EXISTS
        (SELECT 1 FROM notifications n WHERE n.account = d.account AND n.id = d.id)`),
      eraseClock: prepare('DELETE FROM accounts WHERE account = ?'),
      eraseFollowed: prepare('DELETE FROM followed WHERE account = ?'),
    };
  }

  openItems(account: AccountId): ItemKey[] {
    const rows = z.array(Id).parse(this.#statements.open.all(account));
    return rows.map(({ id }) => itemKey(account, id));
  }

  counts(account: AccountId): { drafts: number; history: number } {
    const count = (row: unknown) => Count.parse(row).n;
    return {
      drafts: count(this.#statements.drafts.get(account)),
      history: count(this.#statements.ended.get(account)),
    };
  }

  /** Deletes an account's questions and what was typed for them, all or none of it; History can be kept. */
  erase(account: AccountId, { historyKept }: { historyKept: boolean }): void {
    this.#database.transaction(() => {
      (historyKept ? this.#statements.eraseOpen : this.#statements.eraseAll).run(account);
      this.#log.forgetGoneOf(account);
      this.#statements.eraseDrafts.run(account);
      this.#statements.eraseFollowed.run(account);
      if (!historyKept) this.#statements.eraseClock.run(account);
    });
  }
}
