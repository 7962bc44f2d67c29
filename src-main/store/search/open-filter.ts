import { z } from 'zod';
import type { Database } from '#main/store/database';
import { AccountId } from '#shared/inbox/item-key';
import { type FacetFacts, facetFilter } from '#shared/inbox/search/facets';
import type { Term } from '#shared/inbox/search/query';
import { conditionsOf } from './conditions.ts';
import type { AccountNames } from './facet-values.ts';
import { storedTypes, storedWords } from './stored-facets.ts';

const OpenRow = z.object({
  account: AccountId,
  id: z.string(),
  time: z.number().nullable(),
  pinned: z.number().optional(),
  service_id: z.string(),
  service_name: z.string(),
  status: z.string(),
  received_at: z.number(),
  project: z.string().nullable(),
  flags: z.string().nullable(),
  types: z.string().nullable(),
});
type OpenRow = z.infer<typeof OpenRow>;

export type OpenPlace = {
  terms: readonly Term[];
  /** JSON of the accounts of this run. */
  accounts: string;
  accountName: AccountNames;
  limit: number;
  now: number;
};

/** A view of open items in the words of SQL, over `notifications n` and its marks `m`. */
export type OpenView = { columns: string; from: string; where: string; order: string };

/**
 * A view of open items by its filters alone: everything they let through, in the view's own order, as it is stored in this moment.
 * Nothing waits for the index of full-text search here.
 */
export class OpenFilter {
  readonly #rows;

  constructor(database: Database, { columns, from, where, order }: OpenView) {
    this.#rows = database.prepare(`SELECT n.account, n.id, ${columns}, n.service_id, n.service_name, n.status,
      n.received_at, f.project, f.flags, f.types
      FROM ${from} LEFT JOIN open_facets f ON f.account = n.account AND f.id = n.id
      WHERE ${where} ORDER BY ${order}`);
  }

  rows({ terms, accounts, accountName, limit, now }: OpenPlace): OpenRow[] {
    const wants = facetFilter(terms);
    const found = this.#all(terms, accounts, now).filter((row) => wants(factsOf(row, accountName)));
    return limit < 0 ? found : found.slice(0, limit);
  }

  /** What every open item has to be filtered by. */
  facts({ terms, accounts, accountName, now }: Omit<OpenPlace, 'limit'>): { facts: FacetFacts; count: number }[] {
    return this.#all(terms, accounts, now).map((row) => ({ facts: factsOf(row, accountName), count: 1 }));
  }

  #all(terms: readonly Term[], accounts: string, now: number): OpenRow[] {
    const { statuses, mine, from, to } = conditionsOf(terms, now);
    if (mine === 1) return [];
    const isWithin = ({ status, received_at }: OpenRow) =>
      (statuses === undefined || (statuses as readonly string[]).includes(status)) &&
      (from === undefined || received_at >= from) &&
      (to === undefined || received_at < to);
    const rows = this.#rows.all({ accounts, now });
    return rows.flatMap((row) => OpenRow.safeParse(row).data ?? []).filter(isWithin);
  }
}

function factsOf(row: OpenRow, accountName: AccountNames): FacetFacts {
  return {
    account: row.account,
    accountName: accountName(row.account),
    serviceId: row.service_id,
    serviceName: row.service_name,
    project: row.project ?? undefined,
    flags: storedWords(row.flags),
    types: storedTypes(row.types),
  };
}
