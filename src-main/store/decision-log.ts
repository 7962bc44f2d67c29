import { z } from 'zod';
import {
  type ChainEnd,
  type Decision,
  type GivenHere,
  type RecordContent,
  readRecord,
  sealRecord,
} from '#shared/history/decision-record';
import { rangesOf } from '#shared/history/seq-ranges';
import { type AccountId, type ItemKey, partsOf } from '#shared/inbox/item-key';
import { isOpen } from '#shared/protocol/lifecycle';
import type { Database } from './database.ts';
import { differencesOf, outcomeOf, sha256 } from './decision-outcome.ts';
import { readRow, rowColumns } from './stored-notification.ts';

const Seq = z.object({ seq: z.number() });
const Front = z.object({ seq: z.number(), hash: z.string() });
const Chain = z
  .object({
    head_seq: z.number(),
    head_hash: z.string(),
    front_seq: z.number(),
    front_hash: z.string(),
    front_at: z.number().nullable(),
    is_complete: z.number(),
  })
  .transform((row) => ({
    head: { seq: row.head_seq, hash: row.head_hash },
    front: { seq: row.front_seq, hash: row.front_hash },
    frontAt: row.front_at ?? undefined,
    isComplete: row.is_complete === 1,
  }));
/** `front`: the last record that was removed, and when. `isComplete`: everything that ended has its record. */
export type Chain = z.infer<typeof Chain>;

/**
 * The decision log of `inbox.db`. It is only ever added to: how an item ended, and each change of that, is a record of
 * its own, written in the transaction of the ending. What is to be forgotten leaves its number and hash, so that the
 * rest can still be verified, and a record that says so.
 */
export class DecisionLog {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #statements;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
    const prepare = (sql: string) => database.prepare(sql);
    this.#statements = {
      row: prepare(`SELECT ${rowColumns} FROM notifications WHERE account = ? AND id = ?`),
      latest: prepare('SELECT record FROM decisions WHERE account = ? AND id = ? ORDER BY seq DESC LIMIT 1'),
      chain: prepare('SELECT * FROM decision_chain'),
      append: prepare('INSERT INTO decisions (seq, account, id, hash, record) VALUES (?, ?, ?, ?, ?)'),
      moveHead: prepare('UPDATE decision_chain SET head_seq = ?, head_hash = ?'),
      ofItem: prepare('SELECT seq FROM decisions WHERE account = ? AND id = ?'),
      ofGone: prepare(`SELECT seq FROM decisions d WHERE account = ? AND NOT EXISTS
        (SELECT 1 FROM notifications n WHERE n.account = d.account AND n.id = d.id) ORDER BY seq`),
      empty: prepare('UPDATE decisions SET record = NULL, account = NULL, id = NULL WHERE seq = ?'),
      firstKept: prepare('SELECT seq FROM decisions WHERE account IS NOT NULL ORDER BY seq LIMIT 1'),
      lastBefore: prepare('SELECT seq, hash FROM decisions WHERE seq < ? ORDER BY seq DESC LIMIT 1'),
      removeBefore: prepare('DELETE FROM decisions WHERE seq <= ?'),
      moveFront: prepare('UPDATE decision_chain SET front_seq = ?, front_hash = ?, front_at = ?'),
      complete: prepare('UPDATE decision_chain SET is_complete = 1'),
    };
  }

  chain(): Chain {
    return Chain.parse(this.#statements.chain.get());
  }

  /** The latest record of an item. */
  latest(account: AccountId, id: string): Decision | undefined {
    const found = z.object({ record: z.string() }).safeParse(this.#statements.latest.get(account, id)).data;
    const record = found && readRecord(found.record);
    return record?.kind === 'decision' ? record : undefined;
  }

  /** Records how an item stands, unless it is open and always was, or its latest record says the same. */
  record(account: AccountId, id: string, how: { given?: GivenHere; late?: true } = {}): void {
    const row = readRow(this.#statements.row.get(account, id));
    if (!row) return;
    const before = this.latest(account, id);
    if (!before && isOpen(row.state.status)) return;
    const outcome = outcomeOf(row);
    const given = how.given ?? before?.given;
    if (before && given === before.given && differencesOf(before.outcome, outcome).length === 0) return;
    const seen_at = row.seenAt ?? null;
    const late = how.late && { late: how.late };
    const content = { kind: 'decision', account, notification: row.id, seen_at, outcome, ...late } as const;
    this.#append(given ? { ...content, given } : content);
  }

  /** The items are gone, as the person wants it: their records say no more what they were. */
  forget(keys: readonly ItemKey[]): void {
    const seqs = keys.flatMap((key) => {
      const { account, id } = partsOf(key);
      return this.#seqs(this.#statements.ofItem.all(account, id));
    });
    this.#empty(
      'retention',
      seqs.toSorted((a, b) => a - b),
    );
  }

  /** The same for every item of an account that is no longer stored. */
  forgetGoneOf(account: AccountId): void {
    this.#empty('account', this.#seqs(this.#statements.ofGone.all(account)));
  }

  /** The first record of a new file, which took the place of a damaged one. */
  begunAnew(kept: string): void {
    this.#append({ kind: 'begun-anew', kept });
  }

  /** Everything that ended before the log began has its record now. */
  complete(): void {
    this.#statements.complete.run();
  }

  #append(content: RecordContent): void {
    this.#database.transaction(() => {
      const { head } = this.chain();
      const { seq, hash, text } = sealRecord(content, head, this.#now(), sha256);
      const item = content.kind === 'decision' ? [content.account, content.notification] : [null, null];
      this.#statements.append.run(seq, ...(item as [string | null, string | null]), hash, text);
      this.#statements.moveHead.run(seq, hash);
    });
  }

  #empty(why: 'retention' | 'account', seqs: readonly number[]): void {
    if (seqs.length === 0) return;
    this.#database.transaction(() => {
      for (const seq of seqs) this.#statements.empty.run(seq);
      this.#append({ kind: 'removed', why, seqs: rangesOf(seqs) });
      this.#shortenFront();
    });
  }

  /** Nothing at the front says anything any more: only where the chain goes on from is kept. */
  #shortenFront(): void {
    const kept = Seq.safeParse(this.#statements.firstKept.get()).data?.seq ?? this.chain().head.seq;
    const front: ChainEnd | undefined = Front.safeParse(this.#statements.lastBefore.get(kept)).data;
    if (!front) return;
    this.#statements.moveFront.run(front.seq, front.hash, this.#now());
    this.#statements.removeBefore.run(front.seq);
  }

  #seqs(rows: readonly unknown[]): number[] {
    return z
      .array(Seq)
      .parse(rows)
      .map(({ seq }) => seq);
  }
}
