import { z } from 'zod';
import type { Database } from '#main/store/database';
import { DamagedDatabase, diskTrouble, isIndexDamage } from '#main/store/sqlite-faults';
import { fold, spread } from '#shared/inbox/search/fold';
import { FacetValues } from './facet-values.ts';
import { secondOf } from './item-range.ts';
import { searchAnew } from './search-schema.ts';

const Key = z.object({ account: z.string(), id: z.string() });
const Place = Key.extend({ place: z.number() });
const Item = z.object({ item: z.number() });
const Count = z.object({ n: z.number() });
const Progress = z.object({ below: z.number() });
const words = z.string().nullish().catch('');
const Row = z.object({
  service_id: z.string(),
  status: z.string(),
  open: z.number(),
  received_at: z.number(),
  timestamp: z.number(),
  deadline: z.number().nullable(),
  time_sensitive: z.number(),
  ended_at: z.number().nullable(),
  answered_by_me: z.number(),
  search: words,
  service_name: words,
  project: words,
  answer_words: words,
  responder: words,
  types: z.string().nullable().catch(null),
  flags: z.string().catch('[]'),
});
type Row = z.infer<typeof Row>;

/** So many items have to be gone before the index is written anew, in so many pages at a time. */
const worthTidying = 100;
const pagesPerStep = 200;

const json = (column: string, path: string) => `CASE WHEN json_valid(${column}) THEN ${column} ->> '${path}' END`;

/** Full-text search's own tables: what changed is brought into them here, and nowhere else. */
export class SearchIndex {
  readonly #database: Database;
  readonly #statements;
  readonly #values: FacetValues;
  #forgotten = 0;
  #isTidying = false;

  constructor(database: Database) {
    const prepare = (sql: string) => database.prepare(sql);
    this.#database = database;
    this.#values = new FacetValues(database);
    this.#statements = {
      queued: prepare('SELECT account, id FROM search_queue LIMIT ?'),
      dequeue: prepare('DELETE FROM search_queue WHERE account = ? AND id = ?'),
      progress: prepare('SELECT below FROM search_progress'),
      advance: prepare('UPDATE search_progress SET below = ?'),
      waiting: prepare(
        'SELECT rowid AS place, account, id FROM notifications WHERE rowid <= ? ORDER BY rowid DESC LIMIT ?',
      ),
      item: prepare('SELECT item FROM search_items WHERE account = ? AND id = ?'),
      lastOf: prepare('SELECT coalesce(max(item), -1) AS item FROM search_items WHERE item >= ? AND item < ?'),
      row: prepare(`SELECT service_id, status, open, received_at, timestamp, deadline, time_sensitive, ended_at,
        answered_by_me, search, service_name, project, answer_words, flags, ${json('response', '$.responder.id')} AS responder,
        CASE WHEN json_valid(raw) THEN (SELECT json_group_array(DISTINCT value ->> '$.response_type')
          FROM json_each(raw, '$.actions') WHERE type = 'object') END AS types
        FROM notifications WHERE account = ? AND id = ?`),
      count: prepare('SELECT count(*) AS n FROM search_items'),
      merge: prepare("INSERT INTO search_words (search_words, rank) VALUES ('merge', ?)"),
      written: prepare('SELECT total_changes() AS n'),
      forgetItem: prepare('DELETE FROM search_items WHERE item = ?'),
      forgetWords: prepare('DELETE FROM search_words WHERE rowid = ?'),
      addItem: prepare('INSERT INTO search_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
      addWords: prepare(
        'INSERT INTO search_words (rowid, text, service, project, answer, kinds) VALUES (?, ?, ?, ?, ?, ?)',
      ),
    };
  }

  /** Whether something that is stored cannot be found yet. */
  get isBehind(): boolean {
    return this.#statements.queued.all(1).length > 0 || this.#below() > 0;
  }

  /** Brings up to so many items into the index: first what changed, then what was there before the index was. */
  catchUp(most: number): void {
    this.healing(() =>
      this.#database.transaction(() => {
        const changed = z.array(Key).parse(this.#statements.queued.all(most));
        for (const { account, id } of changed) {
          this.#take(account, id);
          this.#statements.dequeue.run(account, id);
        }
        if (changed.length < most) this.#takeOlder(most - changed.length);
      }),
    );
  }

  /** Whether so much of the index is about what is gone that it is worth the work of writing it anew. */
  get isUntidy(): boolean {
    return this.#forgotten >= worthTidying && this.#forgotten * 4 >= Count.parse(this.#statements.count.get()).n;
  }

  /** One step of writing the index anew without what is gone; it gives its space back. Returns whether that was the last. */
  tidy(): boolean {
    const { merge, written } = this.#statements;
    const before = Count.parse(written.get()).n;
    this.healing(() => merge.run(this.#isTidying ? pagesPerStep : -pagesPerStep));
    this.#database.exec(`PRAGMA incremental_vacuum(${pagesPerStep})`);
    this.#isTidying = Count.parse(written.get()).n - before >= 2; // as FTS5 says that it has more to merge
    if (!this.#isTidying) this.#forgotten = 0;
    return !this.#isTidying;
  }

  /** Catches up where the disk takes it; on one that does not, what was indexed before can still be found. */
  catchUpIfPossible(most: number): void {
    try {
      if (this.isBehind) this.catchUp(most);
    } catch (thrown) {
      if (diskTrouble(thrown) === undefined) throw thrown;
    }
  }

  /** Runs what uses the index; when it turns out to be damaged, it is built again and this is run once more. */
  healing<T>(run: () => T): T {
    try {
      return run();
    } catch (thrown) {
      if (!isIndexDamage(thrown)) throw thrown;
      this.#beginAnew();
      return run();
    }
  }

  #beginAnew(): void {
    this.#database.transaction(() => {
      try {
        this.#database.exec(searchAnew);
      } catch (thrown) {
        if (isIndexDamage(thrown)) throw new DamagedDatabase('the index of its search');
        throw thrown;
      }
    });
  }

  #below(): number {
    return Progress.safeParse(this.#statements.progress.get()).data?.below ?? 0;
  }

  #takeOlder(most: number): void {
    const below = this.#below();
    if (below <= 0) return;
    const rows = z.array(Place).parse(this.#statements.waiting.all(below, most));
    for (const { account, id } of rows) this.#take(account, id);
    this.#statements.advance.run(rows.length < most ? 0 : (rows.at(-1)?.place ?? 1) - 1);
  }

  /** Brings one item up to date, whatever became of it. */
  #take(account: string, id: string): void {
    const { item, row, forgetItem, forgetWords, addItem, addWords } = this.#statements;
    const old = Item.safeParse(item.get(account, id)).data?.item;
    if (old !== undefined) {
      forgetItem.run(old);
      forgetWords.run(old);
    }
    const found = Row.safeParse(row.get(account, id)).data;
    if (!found) {
      this.#forgotten += 1;
      return;
    }
    const next = this.#nextItem(found);
    const { service_id, status, answered_by_me, timestamp, deadline, time_sensitive, ended_at, flags } = found;
    const [project, types] = [found.project ?? null, found.types ?? '[]'];
    const sorting = [timestamp, deadline, time_sensitive, ended_at] as const;
    addItem.run(next, account, id, service_id, status, answered_by_me, ...sorting, project, flags, types);
    this.#values.learn({
      account,
      serviceId: service_id,
      serviceName: found.service_name ?? '',
      project,
      flags,
      types,
    });
    addWords.run(next, ...columnsOf(found));
  }

  #nextItem({ open, received_at, ended_at }: Row): number {
    const { low, high } = secondOf(open === 1, ended_at ?? received_at);
    return Math.max(low, Item.parse(this.#statements.lastOf.get(low, high)).item + 1);
  }
}

function columnsOf({ search, service_name, service_id, project, answer_words, responder }: Row) {
  const indexed = (...texts: (string | null | undefined)[]) => spread(fold(texts.filter(Boolean).join('\n')));
  return [
    indexed(search),
    indexed(service_name, service_id),
    indexed(project),
    indexed(answer_words, responder),
    '', // `kinds` of the index: types are compared whole (facet-values.ts)
  ] as const;
}
