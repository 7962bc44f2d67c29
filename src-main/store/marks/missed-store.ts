import { z } from 'zod';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import type { Missed } from '#shared/inbox/missed';
import type { Database } from '../database.ts';
import { keyOf } from '../key-of.ts';

const Count = z.object({ status: z.string(), n: z.number() });

const joined = `missed x JOIN notifications n ON n.account = x.account AND n.id = x.id`;
const isMine = 'x.account IN (SELECT value FROM json_each(:accounts))';
const endedHere = `(n.ended_at - coalesce((SELECT clock_offset_ms FROM accounts a WHERE a.account = n.account), 0))`;

/** What ended while nobody looked (the triggers of mark-step.ts name it), until the person has put it away. */
export class MissedStore {
  readonly #statements;

  constructor(database: Database) {
    const prepare = (sql: string) => database.prepare(sql);
    this.#statements = {
      follow: prepare(`INSERT INTO followed (account, since) SELECT value, :now FROM json_each(:accounts) WHERE true
        ON CONFLICT DO NOTHING`),
      seen: prepare(`DELETE FROM missed WHERE (account, id) IN (SELECT x.account, x.id FROM ${joined}
        WHERE n.seen_at IS NOT NULL OR n.answered_by_me = 1 OR n.open = 1)`),
      witnessed: prepare(`DELETE FROM missed WHERE (account, id) IN (SELECT x.account, x.id FROM ${joined}
        WHERE ${endedHere} BETWEEN ? AND ?)`),
      counts: prepare(`SELECT n.status, count(*) AS n FROM ${joined} WHERE ${isMine} GROUP BY n.status`),
      newest: prepare(`SELECT x.account, x.id FROM ${joined} WHERE ${isMine}
        ORDER BY n.ended_at DESC, x.account, x.id LIMIT :limit`),
      say: prepare('UPDATE missed SET said = 1 WHERE said = 0'),
      forgetSaid: prepare('DELETE FROM missed WHERE said = 1'),
      forgetAll: prepare('DELETE FROM missed'),
    };
  }

  /** From now on what ends on these accounts is news; what had ended before an account was known here is not. */
  follow(accounts: readonly AccountId[], now: number): void {
    this.#statements.follow.run({ accounts: JSON.stringify(accounts), now });
  }

  /** Drops what was seen or answered here after all, and what ended while somebody was there (ms of this machine's clock). */
  settle(there: { from: number; to: number } | undefined): void {
    this.#statements.seen.run();
    if (there) this.#statements.witnessed.run(there.from, there.to);
  }

  counts(accounts: readonly AccountId[]): Missed {
    const missed: Missed = { expired: 0, withdrawn: 0, answered: 0 };
    for (const { status, n } of z
      .array(Count)
      .parse(this.#statements.counts.all({ accounts: JSON.stringify(accounts) }))) {
      if (status === 'expired') missed.expired += n;
      else if (status === 'invalidated') missed.withdrawn += n;
      else missed.answered += n;
    }
    return missed;
  }

  /** The ones that ended last. */
  newest(accounts: readonly AccountId[], limit: number): ItemKey[] {
    return this.#statements.newest.all({ accounts: JSON.stringify(accounts), limit }).map(keyOf);
  }

  /** The person has it all before them: the next start does not say it again. */
  say(): void {
    this.#statements.say.run();
  }

  forgetSaid(): void {
    this.#statements.forgetSaid.run();
  }

  forgetAll(): void {
    this.#statements.forgetAll.run();
  }
}
