import { z } from 'zod';
import { AccountId, type ItemKey, itemKey, partsOf } from '#shared/inbox/item-key';
import type { FacetsView, FoundCount } from '#shared/inbox/search/found';
import { parseSearch, type Term } from '#shared/inbox/search/query';
import { dueSoonMs } from '#shared/inbox/urgency';
import { NotificationId } from '#shared/protocol/ids';
import type { Database } from './database.ts';
import { keyOf } from './key-of.ts';
import { isSnoozed, localDeadline, returnsAt, withMarks } from './marks/mark-columns.ts';
import { FacetQueries, type FacetView } from './search/facet-queries.ts';
import type { AccountNames } from './search/facet-values.ts';
import { OpenFilter } from './search/open-filter.ts';
import { type FoundRows, SearchQueries } from './search/search-queries.ts';
import { readRow, rowColumns, type StoredRow, storedJson } from './stored-notification.ts';

/** Which items a view shows. `accounts`: open items of accounts that are not in this run stay out of sight. */
export type ItemFilter = {
  accounts: readonly AccountId[];
  search: string;
  /** Only the first so many. */
  limit: number | undefined;
  /** What the person calls an account, for filters. */
  accountName?: AccountNames;
};

/**
 * The keys of a view in its order; beside each its deadline or its ending, in ms of server time, or when it comes back from
 * its snooze, in ms of this machine's. `pinned`: so many at the beginning are. `found`: of a search.
 */
export type Order = { keys: ItemKey[]; times: (number | null)[]; pinned?: number; found?: FoundCount };

const Key = z.object({ account: AccountId, id: NotificationId });
const Place = Key.extend({ time: z.number().nullable(), pinned: z.number().optional() });
const Raw = z.object({ raw: storedJson(z.looseObject({})) });
const Count = z.object({ n: z.number() });
const OpenCounts = z.object({ open: z.number(), due_soon: z.number(), snoozed: z.number() });
const ServiceRow = z.object({ id: z.string(), name: z.string(), open: z.number() });

const isSoon = `coalesce(${localDeadline} - :now <= ${dueSoonMs}, 0)`;
const isMine = `n.account IN (SELECT value FROM json_each(:accounts))`;

const isPinned = 'm.pinned_at IS NOT NULL';

// compareUrgency of src-shared in SQL; a property test holds the two together.
const byUrgency = `${isPinned} DESC, ${isSoon} DESC, CASE WHEN ${isSoon} THEN ${localDeadline} END,
  m.returned_at DESC, n.time_sensitive DESC, n.timestamp, n.account, n.id`;

/** A view of open items: which they are, in which order, and what stands beside their keys. */
const inbox = {
  columns: `n.deadline AS time, ${isPinned} AS pinned`,
  from: `notifications n ${withMarks}`,
  where: `n.open = 1 AND m.snoozed_until IS NULL AND ${isMine}`,
  order: byUrgency,
};
const snoozed = {
  columns: `${returnsAt} AS time`,
  from: 'marks m CROSS JOIN notifications n ON n.account = m.account AND n.id = m.id',
  where: `m.snoozed_until IS NOT NULL AND n.open = 1 AND ${isMine}`,
  order: 'time, n.account, n.id',
};
const orderOf = ({ columns, from, where, order }: typeof inbox) =>
  `SELECT n.account, n.id, ${columns} FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT :limit`;
const endedOrder = `SELECT n.account, n.id, n.ended_at AS time FROM notifications n
  WHERE n.open = 0 ORDER BY n.ended_at DESC, n.account, n.id LIMIT :limit`;

/** The reads of `inbox.db`. A row that cannot be read counts as unknown: the server's is taken in its place. */
export class NotificationQueries {
  readonly #statements;
  readonly #search: SearchQueries;
  readonly #inboxFilter: OpenFilter;
  readonly #snoozedFilter: OpenFilter;
  readonly #facets: FacetQueries;

  constructor(database: Database) {
    const prepare = (sql: string) => database.prepare(sql);
    this.#search = new SearchQueries(database, { openOrder: byUrgency, isMine });
    this.#inboxFilter = new OpenFilter(database, inbox);
    this.#snoozedFilter = new OpenFilter(database, snoozed);
    this.#facets = new FacetQueries(database, {
      search: this.#search,
      inbox: this.#inboxFilter,
      snoozed: this.#snoozedFilter,
    });
    this.#statements = {
      // These read their index alone (schema.ts).
      open: prepare(orderOf(inbox)),
      snoozed: prepare(orderOf(snoozed)),
      ended: prepare(endedOrder),
      row: prepare(`SELECT ${rowColumns} FROM notifications WHERE account = ? AND id = ?`),
      raw: prepare('SELECT raw FROM notifications WHERE account = ? AND id = ?'),
      openCounts: prepare(`SELECT coalesce(sum(m.snoozed_until IS NULL), 0) AS open,
        coalesce(sum(m.snoozed_until IS NULL AND ${isSoon}), 0) AS due_soon,
        coalesce(sum(m.snoozed_until IS NOT NULL), 0) AS snoozed
        FROM notifications n ${withMarks} WHERE n.open = 1 AND ${isMine}`),
      history: prepare('SELECT n FROM history_length'),
      services: prepare(`SELECT n.service_id AS id, max(n.service_name) AS name, count(*) AS open
        FROM notifications n WHERE n.open = 1 AND ${isMine} AND NOT ${isSnoozed}
        GROUP BY n.service_id ORDER BY name, id`),
      openOf: prepare('SELECT account, id FROM notifications WHERE open = 1 AND account = ?'),
      undelivered: prepare(`SELECT account, id FROM notifications WHERE open = 0 AND ended_at > ?
        AND (status = 'responded' AND answered_by_me = 1 OR
          status IN ('responded', 'completed') AND answered_by_me = 0 AND response IS NULL)
        AND account = ? ORDER BY ended_at DESC LIMIT 20`),
      // Steps from account to account, which are few, so that the primary key serves.
      withId: prepare(`WITH RECURSIVE known (account) AS (SELECT min(account) FROM notifications UNION ALL
        SELECT (SELECT min(account) FROM notifications n WHERE n.account > known.account) FROM known
        WHERE known.account IS NOT NULL)
        SELECT n.account, n.id FROM known CROSS JOIN notifications n ON n.account = known.account AND n.id = ?`),
      unnotified: prepare(`SELECT account, id FROM notifications
        WHERE open = 1 AND notified_at IS NULL AND account = ? ORDER BY received_at`),
      seenOnlyHere: prepare(`SELECT account, id FROM notifications WHERE open = 1 AND seen_at IS NOT NULL
        AND status IN ('created', 'delivered') AND account = ?`),
      notified: prepare(
        'SELECT count(*) AS n FROM notifications WHERE account = ? AND id = ? AND notified_at IS NOT NULL',
      ),
      earlierOfService: prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM notifications
        WHERE account = ? AND service_id = ? AND received_at <= ? AND id <> ? LIMIT 1)`),
    };
  }

  /** The inbox, most urgent first; of a search for words the newest `limit`, in that order. `now` is this machine's clock. */
  openOrder({ search, limit = -1, accountName = idItself, ...filter }: ItemFilter, now: number): Order {
    const accounts = JSON.stringify(filter.accounts);
    const terms = termsOf(search);
    if (terms.length === 0) return inboxOrder({ rows: this.#statements.open.all({ limit, accounts, now }) });
    const place = { terms, accounts, accountName, limit, now };
    return inboxOrder(asksForWords(terms) ? this.#search.open(place) : { rows: this.#inboxFilter.rows(place) });
  }

  /** What is snoozed, by when it comes back. */
  snoozedOrder({ search, limit = -1, accountName = idItself, ...filter }: ItemFilter, now: number): Order {
    const accounts = JSON.stringify(filter.accounts);
    const terms = termsOf(search);
    if (terms.length === 0) return foundOrder({ rows: this.#statements.snoozed.all({ limit, accounts }) });
    const place = { terms, accounts, accountName, limit, now };
    return foundOrder(asksForWords(terms) ? this.#search.snoozed(place) : { rows: this.#snoozedFilter.rows(place) });
  }

  /** History: everything no longer open, the newest ending first. `now` is this machine's clock, for dates of a search. */
  endedOrder({ search, limit = -1, accountName = idItself }: Omit<ItemFilter, 'accounts'>, now: number): Order {
    const terms = termsOf(search);
    if (terms.length === 0) return foundOrder({ rows: this.#statements.ended.all({ limit }) });
    return foundOrder(this.#search.ended({ terms, accountName, limit, now }));
  }

  /** What a view can be filtered by, beside the words and dates of a search. */
  facets(
    view: FacetView,
    { search, accountName = idItself, ...filter }: Omit<ItemFilter, 'limit'>,
    now: number,
  ): FacetsView {
    const accounts = JSON.stringify(filter.accounts);
    return this.#facets.of(view, { terms: termsOf(search), accounts, accountName, now });
  }

  row(key: ItemKey): StoredRow | undefined {
    const { account, id } = partsOf(key);
    const row = this.#statements.row.get(account, id);
    return readRow(row);
  }

  /** The notification as it came, unknown fields included. */
  raw(key: ItemKey): unknown {
    const { account, id } = partsOf(key);
    return Raw.safeParse(this.#statements.raw.get(account, id)).data?.raw;
  }

  /** How many wait, of these how many are due soon, how many are snoozed, and how many are over. */
  counts(accounts: readonly AccountId[], now: number) {
    const found = this.#statements.openCounts.get({ accounts: JSON.stringify(accounts), now });
    const { open, due_soon, snoozed } = OpenCounts.parse(found);
    return { open, dueSoon: due_soon, snoozed, history: Count.parse(this.#statements.history.get()).n };
  }

  services(accounts: readonly AccountId[]): { id: string; name: string; open: number }[] {
    return z.array(ServiceRow).parse(this.#statements.services.all({ accounts: JSON.stringify(accounts) }));
  }

  /** What is open here, and the latest answers that were not delivered yet, or are not known. `since`: ms. */
  unsettled(account: AccountId, since: number): ItemKey[] {
    const rows = [...this.#statements.openOf.all(account), ...this.#statements.undelivered.all(since, account)];
    return rows.map(keyOf);
  }

  /** Every item with this id: more than one when accounts share ids. */
  withId(id: NotificationId): ItemKey[] {
    return this.#statements.withId.all(id).map(keyOf);
  }

  /** Open items of an account about which no native notification was decided yet. */
  unnotified(account: AccountId): ItemKey[] {
    return this.#statements.unnotified.all(account).map(keyOf);
  }

  isNotified(key: ItemKey): boolean {
    const { account, id } = partsOf(key);
    return Count.parse(this.#statements.notified.get(account, id)).n > 0;
  }

  /** Open items that the person has seen and the server does not know it of. */
  seenOnlyHere(account: AccountId): ItemKey[] {
    return this.#statements.seenOnlyHere.all(account).map(keyOf);
  }

  /** Whether this item is the first one its service ever asked on its account. */
  isFirstOfService({ account, id, serviceId, receivedAt }: StoredRow): boolean {
    return Count.parse(this.#statements.earlierOfService.get(account, serviceId, receivedAt, id)).n === 0;
  }
}

const idItself = (account: string) => account;
const termsOf = (search: string) => parseSearch(search).filter(({ asked }) => asked);

/** Whether the index of full-text search has to be asked; filters alone need nothing of it. */
export function asksForWords(terms: readonly Term[]): boolean {
  return terms.some(({ asked }) => asked?.by === 'words');
}

function foundOrder({ rows, found }: Pick<FoundRows, 'rows'> & Partial<FoundRows>): Order {
  return { ...placesOf(rows), ...(found ? { found } : {}) };
}

function inboxOrder(rows: Pick<FoundRows, 'rows'> & Partial<FoundRows>): Order {
  return { ...foundOrder(rows), pinned: pinnedOf(rows.rows) };
}

/** Pinned ones stand first. */
function pinnedOf(rows: readonly unknown[]): number {
  const end = rows.findIndex((row) => Place.safeParse(row).data?.pinned !== 1);
  return end < 0 ? rows.length : end;
}

function placesOf(rows: readonly unknown[]): Order {
  const places = rows.flatMap((row) => Place.safeParse(row).data ?? []);
  return { keys: places.map(({ account, id }) => itemKey(account, id)), times: places.map(({ time }) => time) };
}
