import { z } from 'zod';
import type { Database } from '#main/store/database';
import { AccountId } from '#shared/inbox/item-key';
import type { FacetFacts } from '#shared/inbox/search/facets';
import type { FacetName, Term } from '#shared/inbox/search/query';
import { conditionsOf } from './conditions.ts';
import { type AccountNames, facetParameters, isOfFacets } from './facet-values.ts';
import { storedTypes, storedWords } from './stored-facets.ts';

const Value = z.object({ value: z.string() });
const Counted = z.object({
  account: AccountId,
  service_id: z.string(),
  service_name: z.string(),
  project: z.string().nullable(),
  flags: z.string().nullable(),
  types: z.string().nullable(),
  count: z.number(),
});

/** A view of open items in the words of SQL, over `notifications n` and its marks `m`. */
export type OpenView = { columns: string; from: string; where: string; order: string };

export type OpenPlace = {
  terms: readonly Term[];
  /** JSON of the accounts of this run. */
  accounts: string;
  accountName: AccountNames;
  limit: number;
  now: number;
};

/** Every value that open items have, as `FacetValues` has those of all. */
const valuesOfOpen: Record<FacetName, string> = {
  account: 'SELECT DISTINCT account AS value FROM notifications WHERE open = 1',
  service: 'SELECT DISTINCT json_array(account, service_id, service_name) AS value FROM notifications WHERE open = 1',
  project: "SELECT DISTINCT coalesce(project, '') AS value FROM open_facets",
  flag: 'SELECT DISTINCT flags AS value FROM open_facets',
  type: 'SELECT DISTINCT types AS value FROM open_facets',
};

/**
 * A view of open items by its filters alone: everything they let through, in the view's own order, as it is stored in this
 * moment. Nothing waits for the index of full-text search here.
 */
export class OpenFilter {
  readonly #statements;

  constructor(database: Database, { columns, from, where, order }: OpenView) {
    const source = `${from} LEFT JOIN open_facets f ON f.account = n.account AND f.id = n.id WHERE ${where}
      AND ${isOfFacets('f')} AND (:statuses IS NULL OR n.status IN (SELECT value FROM json_each(:statuses)))
      AND (:from IS NULL OR n.received_at >= :from) AND (:to IS NULL OR n.received_at < :to)`;
    this.#statements = {
      rows: database.prepare(`SELECT n.account, n.id, ${columns} FROM ${source} ORDER BY ${order} LIMIT :limit`),
      counted: database.prepare(`SELECT n.account, n.service_id, n.service_name, f.project, f.flags, f.types,
        count(*) AS count FROM ${source} GROUP BY 1, 2, 3, 4, 5, 6`),
      values: Object.fromEntries(
        Object.entries(valuesOfOpen).map(([kind, sql]) => [kind, database.prepare(sql)]),
      ) as Record<FacetName, ReturnType<Database['prepare']>>,
    };
  }

  rows(place: OpenPlace): unknown[] {
    if (isOfNobody(place)) return [];
    return this.#statements.rows.all({ ...this.#parametersOf(place), now: place.now, limit: place.limit });
  }

  /** What the items can be filtered by, and how many of each there are. */
  facts(place: Omit<OpenPlace, 'limit'>): { facts: FacetFacts; count: number }[] {
    if (isOfNobody(place)) return [];
    const rows = this.#statements.counted.all(this.#parametersOf(place));
    return rows
      .flatMap((row) => Counted.safeParse(row).data ?? [])
      .map((row) => ({
        count: row.count,
        facts: {
          account: row.account,
          accountName: place.accountName(row.account),
          serviceId: row.service_id,
          serviceName: row.service_name,
          project: row.project ?? undefined,
          flags: storedWords(row.flags),
          types: storedTypes(row.types),
        },
      }));
  }

  #parametersOf({ terms, accounts, accountName, now }: Omit<OpenPlace, 'limit'>) {
    const { statuses, from, to } = conditionsOf(terms, now);
    const valuesOf = (kind: FacetName) =>
      z
        .array(Value)
        .parse(this.#statements.values[kind].all())
        .map(({ value }) => value);
    return {
      ...facetParameters(terms, accountName, valuesOf),
      accounts,
      statuses: statuses === undefined ? null : JSON.stringify(statuses),
      from: from ?? null,
      to: to ?? null,
    };
  }
}

/** Nobody has answered what is open. */
const isOfNobody = ({ terms, now }: Pick<OpenPlace, 'terms' | 'now'>) => conditionsOf(terms, now).mine === 1;
