import { z } from 'zod';
import { AccountId, type ItemKey, itemKey, partsOf } from '#shared/inbox/item-key';
import { countFacets, facetFilter } from '#shared/inbox/search/facets';
import type { FacetsView, FoundCount } from '#shared/inbox/search/found';
import { type Asked, facetNames, parseSearch, type Term } from '#shared/inbox/search/query';
import { dueSoonMs } from '#shared/inbox/urgency';
import { NotificationId } from '#shared/protocol/ids';
import type { Database } from './database.ts';
import { conditionsOf } from './search/conditions.ts';
import type { AccountNames } from './search/facet-values.ts';
import { OpenFilter } from './search/open-filter.ts';
import { type FoundRows, SearchQueries } from './search/search-queries.ts';
import { storedTypes, storedWords } from './search/stored-facets.ts';
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

/** So many of the newest of History are counted for its filters. */
const countedEnded = 20_000;

/** The keys of a view in its order; beside each its deadline or its ending, in ms of server time. `found`: of a search. */
export type Order = { keys: ItemKey[]; times: (number | null)[]; found?: FoundCount };

const Key = z.object({ account: AccountId, id: NotificationId });
const Place = Key.extend({ time: z.number().nullable() });
const Raw = z.object({ raw: storedJson(z.looseObject({})) });
const Count = z.object({ n: z.number() });
const Name = z.object({ name: z.string() });
const FacetRow = z.object({
  account: AccountId,
  service_id: z.string(),
  project: z.string().nullable(),
  flags: z.string().nullable(),
  types: z.string().nullable(),
  status: z.string(),
  count: z.number(),
});
const OpenCounts = z.object({ open: z.number(), due_soon: z.number() });
const ServiceRow = z.object({ id: z.string(), name: z.string(), open: z.number() });

// The deadline on this machine's clock, so that one "now" serves accounts whose servers' clocks differ.
const localDeadline = `(n.deadline - coalesce((SELECT clock_offset_ms FROM accounts a WHERE a.account = n.account), 0))`;
const isSoon = `coalesce(${localDeadline} - :now <= ${dueSoonMs}, 0)`;
const isMine = `n.account IN (SELECT value FROM json_each(:accounts))`;

// compareUrgency of src-shared in SQL; a property test holds the two together.
const byUrgency = `${isSoon} DESC, CASE WHEN ${isSoon} THEN ${localDeadline} END, n.time_sensitive DESC,
  n.timestamp, n.account, n.id`;

const isInInbox = `n.open = 1 AND ${isMine}`;
const openOrder = `SELECT n.account, n.id, n.deadline AS time FROM notifications n
  WHERE ${isInInbox} ORDER BY ${byUrgency} LIMIT :limit`;
const endedOrder = `SELECT n.account, n.id, n.ended_at AS time FROM notifications n
  WHERE n.open = 0 ORDER BY n.ended_at DESC, n.account, n.id LIMIT :limit`;

/** The reads of `inbox.db`. A row that cannot be read counts as unknown: the server's is taken in its place. */
export class NotificationQueries {
  readonly #statements;
  readonly #search: SearchQueries;
  readonly #openFilter: OpenFilter;

  constructor(database: Database) {
    const prepare = (sql: string) => database.prepare(sql);
    this.#search = new SearchQueries(database, { openOrder: byUrgency, isMine });
    this.#openFilter = new OpenFilter(database, { where: isInInbox, order: byUrgency });
    this.#statements = {
      // These read their index alone (schema.ts).
      open: prepare(openOrder),
      ended: prepare(endedOrder),
      row: prepare(`SELECT ${rowColumns} FROM notifications WHERE account = ? AND id = ?`),
      raw: prepare('SELECT raw FROM notifications WHERE account = ? AND id = ?'),
      openCounts: prepare(`SELECT count(*) AS open, coalesce(sum(${isSoon}), 0) AS due_soon
        FROM notifications n WHERE n.open = 1 AND ${isMine}`),
      history: prepare('SELECT n FROM history_length'),
      services: prepare(`SELECT n.service_id AS id, max(n.service_name) AS name, count(*) AS open
        FROM notifications n WHERE n.open = 1 AND ${isMine} GROUP BY n.service_id ORDER BY name, id`),
      serviceName: prepare(`SELECT service_name AS name FROM notifications
        WHERE account = ? AND service_id = ? ORDER BY received_at DESC LIMIT 1`),
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
    if (terms.length === 0) return orderOf(this.#statements.open.all({ limit, accounts, now }));
    const place = { terms, accounts, accountName, limit, now };
    return asksForWords(terms) ? foundOrder(this.#search.open(place)) : orderOf(this.#openFilter.rows(place));
  }

  /** History: everything no longer open, the newest ending first. `now` is this machine's clock, for dates of a search. */
  endedOrder({ search, limit = -1, accountName = idItself }: Omit<ItemFilter, 'accounts'>, now: number): Order {
    const terms = termsOf(search);
    if (terms.length === 0) return orderOf(this.#statements.ended.all({ limit }));
    return foundOrder(this.#search.ended({ terms, accountName, limit, now }));
  }

  /** What the inbox can be filtered by, beside the words and dates of a search. */
  openFacets({ search, accountName = idItself, ...filter }: Omit<ItemFilter, 'limit'>, now: number): FacetsView {
    const terms = termsOf(search);
    const place = {
      terms: terms.filter(({ asked }) => asked && !isFacet(asked.by)),
      accounts: JSON.stringify(filter.accounts),
      accountName,
      limit: countedEnded,
      now,
    };
    const rows = asksForWords(terms)
      ? this.#factsOf(this.#search.openFacets(place), accountName)
      : this.#openFilter.facts(place);
    return { facets: countFacets(rows, terms), statuses: {}, isCut: false };
  }

  /** What History can be filtered by: its newest part where it is long. */
  endedFacets({ search, accountName = idItself }: Omit<ItemFilter, 'accounts' | 'limit'>, now: number): FacetsView {
    const terms = termsOf(search);
    const others = terms.filter(({ asked }) => asked && !isFacet(asked.by) && asked.by !== 'status');
    const place = { terms: others, accountName, limit: countedEnded, now };
    const all = this.#factsOf(this.#search.endedFacets(place), accountName);
    const { statuses } = conditionsOf(terms, now);
    const rows = all.filter(({ status }) => statuses === undefined || (statuses as readonly string[]).includes(status));
    const wants = facetFilter(terms);
    const byStatus: Record<string, number> = {};
    for (const { facts, status, count } of all) {
      if (wants(facts)) byStatus[status] = (byStatus[status] ?? 0) + count;
    }
    const isCut = all.reduce((sum, { count }) => sum + count, 0) >= countedEnded;
    return { facets: countFacets(rows, terms), statuses: byStatus, isCut };
  }

  /** What filters look at, of rows of the index; a service is called what it calls itself now. */
  #factsOf(rows: readonly unknown[], accountName: AccountNames) {
    const names = new Map<string, string>();
    const nameOf = (account: string, service: string) => {
      const known = names.get(`${account}/${service}`);
      if (known !== undefined) return known;
      const name = Name.safeParse(this.#statements.serviceName.get(account, service)).data?.name ?? service;
      names.set(`${account}/${service}`, name);
      return name;
    };
    return rows
      .flatMap((row) => FacetRow.safeParse(row).data ?? [])
      .map(({ status, count, ...row }) => ({
        status,
        count,
        facts: {
          account: row.account,
          accountName: accountName(row.account),
          serviceId: row.service_id,
          serviceName: nameOf(row.account, row.service_id),
          project: row.project ?? undefined,
          flags: storedWords(row.flags),
          types: storedTypes(row.types),
        },
      }));
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

  counts(accounts: readonly AccountId[], now: number): { open: number; dueSoon: number; history: number } {
    const found = this.#statements.openCounts.get({ accounts: JSON.stringify(accounts), now });
    const { open, due_soon } = OpenCounts.parse(found);
    return { open, dueSoon: due_soon, history: Count.parse(this.#statements.history.get()).n };
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
const isFacet = (by: Asked['by']) => (facetNames as readonly string[]).includes(by);

/** Whether the index of full-text search has to be asked; filters alone need nothing of it. */
export function asksForWords(terms: readonly Term[]): boolean {
  return terms.some(({ asked }) => asked?.by === 'words');
}

function foundOrder({ rows, found }: FoundRows): Order {
  return { ...orderOf(rows), found };
}

function orderOf(rows: readonly unknown[]): Order {
  const places = rows.flatMap((row) => Place.safeParse(row).data ?? []);
  return { keys: places.map(({ account, id }) => itemKey(account, id)), times: places.map(({ time }) => time) };
}

function keyOf(row: unknown): ItemKey {
  const { account, id } = Key.parse(row);
  return itemKey(account, id);
}
