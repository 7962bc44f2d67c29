import type { Database } from '#main/store/database';
import { isSnoozed, returnsAt, withMarks } from '#main/store/marks/mark-columns';
import type { FoundCount } from '#shared/inbox/search/found';
import type { Term } from '#shared/inbox/search/query';
import { conditionsOf } from './conditions.ts';
import { type AccountNames, FacetValues, isOfFacets } from './facet-values.ts';
import { itemRange } from './item-range.ts';
import { matchOf } from './match.ts';
import { SearchIndex } from './search-index.ts';

/** So much that changed is brought into the index before it is asked; more than that is left to the background. */
const caughtUpAtOnce = 200;
/** So many of the newest are put in order; nobody needs to know how many there are beyond that. */
const countedUpTo = 1_000;

/** Where a search looks: `limit` -1 for none; `now` in ms of this machine's clock. */
export type SearchPlace = {
  terms: readonly Term[];
  accountName: AccountNames;
  limit: number;
  now: number;
};
export type FoundRows = { rows: unknown[]; found: FoundCount };

/** What is gone through: what the index finds for words, or everything where there are none. */
type Source = { from: string; key: string; isFound: string };

const isNotExcluded = `(:excluded IS NULL OR
  n.item NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH :excluded))`;

const byWords: Source = {
  from: 'search_words CROSS JOIN search_items n ON n.item = search_words.rowid',
  key: 'search_words.rowid',
  isFound: 'search_words MATCH :match',
};
const byTime: Source = { from: 'search_items n', key: 'n.item', isFound: isNotExcluded };

/** Rows of `search_items n` that a search finds, the newest first. */
const selected = ({ from, key, isFound }: Source, more: string) => `SELECT n.* FROM ${from}
  WHERE ${isFound} AND ${key} >= :low AND ${key} < :high
  AND ${isOfFacets('n')}
  AND (:statuses IS NULL OR n.status IN (SELECT value FROM json_each(:statuses)))
  AND (:mine IS NULL OR n.answered_by_me = :mine)
  AND (NOT :isBehind OR EXISTS (SELECT 1 FROM notifications e WHERE e.account = n.account AND e.id = n.id)) ${more}
  ORDER BY ${key} DESC LIMIT :limit`;

/** The reads of full-text search. */
export class SearchQueries {
  readonly #index: SearchIndex;
  readonly #values: FacetValues;
  readonly #statements;

  /** `openOrder` is the order of the inbox over columns of `n` and its marks `m`; `isMine` its accounts. */
  constructor(database: Database, { openOrder, isMine }: { openOrder: string; isMine: string }) {
    this.#index = new SearchIndex(database);
    this.#values = new FacetValues(database);
    const open = (source: Source) =>
      database.prepare(`SELECT n.account, n.id, n.deadline AS time, m.pinned_at IS NOT NULL AS pinned FROM
        (${selected(source, `AND ${isMine} AND NOT ${isSnoozed}`)}) n ${withMarks} ORDER BY ${openOrder}`);
    const snoozed = (source: Source) =>
      database.prepare(`SELECT n.account, n.id, ${returnsAt} AS time FROM
        (${selected(source, `AND ${isMine} AND ${isSnoozed}`)}) n ${withMarks} ORDER BY time, n.account, n.id`);
    const ended = (source: Source) =>
      database.prepare(`SELECT n.account, n.id, n.ended_at AS time FROM
        (${selected(source, '')}) n ORDER BY n.ended_at DESC, n.account, n.id`);
    const both = <T>(make: (source: Source) => T) => ({ byWords: make(byWords), byTime: make(byTime) });
    const facets = (more: string) => (source: Source) =>
      database.prepare(`SELECT n.account, n.service_id, n.project, n.flags, n.types, n.status, count(*) AS count
        FROM (${selected(source, more)}) n GROUP BY 1, 2, 3, 4, 5, 6`);
    this.#statements = {
      open: both(open),
      snoozed: both(snoozed),
      ended: both(ended),
      openFacets: both(facets(`AND ${isMine} AND NOT ${isSnoozed}`)),
      snoozedFacets: both(facets(`AND ${isMine} AND ${isSnoozed}`)),
      endedFacets: both(facets('')),
    };
  }

  open(place: SearchPlace & { accounts: string }): FoundRows {
    const { now, accounts } = place;
    return this.#find(place, true, this.#statements.open, { accounts, now });
  }

  snoozed({ accounts, ...place }: SearchPlace & { accounts: string }): FoundRows {
    return this.#find(place, true, this.#statements.snoozed, { accounts });
  }

  ended(place: SearchPlace): FoundRows {
    return this.#find(place, false, this.#statements.ended, {});
  }

  /** What the newest `limit` of those that a search finds can be filtered by, and how many of each there are. */
  openFacets(place: SearchPlace & { accounts: string }): unknown[] {
    return this.#find(place, true, this.#statements.openFacets, { accounts: place.accounts }).rows;
  }

  snoozedFacets(place: SearchPlace & { accounts: string }): unknown[] {
    return this.#find(place, true, this.#statements.snoozedFacets, { accounts: place.accounts }).rows;
  }

  endedFacets(place: SearchPlace): unknown[] {
    return this.#find(place, false, this.#statements.endedFacets, {}).rows;
  }

  #find(
    { terms, accountName, limit, now }: SearchPlace,
    isOpen: boolean,
    rowsOf: Both,
    more: Record<string, string | number>,
  ): FoundRows {
    this.#index.catchUpIfPossible(caughtUpAtOnce);
    const { match, excluded } = matchOf(terms);
    const { statuses, mine, from, to } = conditionsOf(terms, now);
    const which = match === undefined ? 'byTime' : 'byWords';
    const isIndexing = this.#index.isBehind;
    const parameters = {
      isBehind: isIndexing ? 1 : 0,
      ...more,
      ...itemRange(isOpen, { from, to }),
      ...(match === undefined ? { excluded: excluded ?? null } : { match }),
      ...this.#values.parametersOf(terms, accountName),
      statuses: statuses === undefined ? null : JSON.stringify(statuses),
      mine: mine ?? null,
    };
    return this.#index.healing(() => {
      const isWhole = limit < 0;
      const rows = rowsOf[which].all({ ...parameters, limit: isWhole ? -1 : Math.max(limit, countedUpTo) });
      const isMore = !isWhole && rows.length >= Math.max(limit, countedUpTo);
      return { rows: isWhole ? rows : rows.slice(0, limit), found: { count: rows.length, isMore, isIndexing } };
    });
  }
}

type Both = Record<'byWords' | 'byTime', ReturnType<Database['prepare']>>;
