import { z } from 'zod';
import type { Database } from '#main/store/database';
import type { FoundCount } from '#shared/inbox/search/found';
import type { Term } from '#shared/inbox/search/query';
import { conditionsOf } from './conditions.ts';
import { itemRange } from './item-range.ts';
import { matchOf } from './match.ts';
import { SearchIndex } from './search-index.ts';

/** So much that changed is brought into the index before it is asked; more than that is left to the background. */
const caughtUpAtOnce = 200;
/** Nobody needs to know how many there are beyond this. */
const countedUpTo = 1_000;

const Count = z.object({ n: z.number() });

/** Where a search looks: `accounts` is JSON, `limit` -1 for none; `now` in ms of this machine's clock. */
export type SearchPlace = { terms: readonly Term[]; service: string | null; limit: number; now: number };
export type FoundRows = { rows: unknown[]; found: FoundCount };

const byWords = {
  from: 'search_words CROSS JOIN search_items n ON n.item = search_words.rowid',
  key: 'search_words.rowid',
};
const byTime = { from: 'search_items n', key: 'n.item' };

type Source = typeof byWords;

/** Rows of `search_items n` that a search finds, the newest first. */
const selected = (
  { from, key }: Source,
  columns: string,
  more: string,
  order: boolean,
) => `SELECT ${columns} FROM ${from}
  WHERE ${key === byTime.key ? '' : 'search_words MATCH :match AND '}${key} >= :low AND ${key} < :high
  AND (:service IS NULL OR n.service_id = :service)
  AND (:statuses IS NULL OR n.status IN (SELECT value FROM json_each(:statuses)))
  AND (:mine IS NULL OR n.answered_by_me = :mine)
  ${key === byTime.key ? 'AND (:excluded IS NULL OR n.item NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH :excluded))' : ''}
  AND (NOT :isBehind OR EXISTS (SELECT 1 FROM notifications e WHERE e.account = n.account AND e.id = n.id)) ${more}
  ${order ? `ORDER BY ${key} DESC` : ''} LIMIT :limit`;

/** The reads of full-text search. */
export class SearchQueries {
  readonly #index: SearchIndex;
  readonly #statements;

  /** `openOrder` is the order of the inbox over columns of `n`; `isMine` its accounts. */
  constructor(database: Database, { openOrder, isMine }: { openOrder: string; isMine: string }) {
    this.#index = new SearchIndex(database);
    const open = (source: Source) =>
      database.prepare(`SELECT n.account, n.id, n.deadline AS time FROM
        (${selected(source, 'n.*', `AND ${isMine}`, true)}) n ORDER BY ${openOrder}`);
    const ended = (source: Source) =>
      database.prepare(`SELECT n.account, n.id, n.ended_at AS time FROM
        (${selected(source, 'n.*', '', true)}) n ORDER BY n.ended_at DESC, n.account, n.id`);
    const count = (source: Source, more: string) =>
      database.prepare(`SELECT count(*) AS n FROM (${selected(source, '1', more, false)})`);
    const both = <T>(make: (source: Source) => T) => ({ byWords: make(byWords), byTime: make(byTime) });
    this.#statements = {
      open: both(open),
      ended: both(ended),
      openCount: both((source) => count(source, `AND ${isMine}`)),
      endedCount: both((source) => count(source, '')),
    };
  }

  open(place: SearchPlace & { accounts: string }): FoundRows {
    const { now, accounts } = place;
    const { open, openCount } = this.#statements;
    return this.#find(place, true, open, openCount, { accounts }, { now });
  }

  ended(place: SearchPlace): FoundRows {
    return this.#find(place, false, this.#statements.ended, this.#statements.endedCount, {}, {});
  }

  #find(
    { terms, service, limit, now }: SearchPlace,
    isOpen: boolean,
    rowsOf: Both,
    countOf: Both,
    where: Record<string, string>,
    order: Record<string, number>,
  ): FoundRows {
    this.#index.catchUpIfPossible(caughtUpAtOnce);
    const { match, excluded } = matchOf(terms);
    const { statuses, mine, from, to } = conditionsOf(terms, now);
    const which = match === undefined ? 'byTime' : 'byWords';
    const isIndexing = this.#index.isBehind;
    const parameters = {
      isBehind: isIndexing ? 1 : 0,
      ...where,
      ...itemRange(isOpen, { from, to }),
      ...(match === undefined ? { excluded: excluded ?? null } : { match }),
      service,
      statuses: statuses === undefined ? null : JSON.stringify(statuses),
      mine: mine ?? null,
    };
    return this.#index.healing(() => {
      const rows = rowsOf[which].all({ ...parameters, ...order, limit });
      const isCut = limit >= 0 && rows.length >= limit;
      const counted = isCut ? Count.parse(countOf[which].get({ ...parameters, limit: countedUpTo })).n : rows.length;
      const count = Math.max(counted, rows.length);
      return { rows, found: { count, isMore: isCut && count >= countedUpTo, isIndexing } };
    });
  }
}

type Both = Record<'byWords' | 'byTime', ReturnType<Database['prepare']>>;
