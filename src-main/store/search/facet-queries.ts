import { z } from 'zod';
import type { Database } from '#main/store/database';
import { AccountId } from '#shared/inbox/item-key';
import { countFacets, type FacetFacts, facetFilter } from '#shared/inbox/search/facets';
import type { FacetsView } from '#shared/inbox/search/found';
import { facetNames, type Term } from '#shared/inbox/search/query';
import { conditionsOf } from './conditions.ts';
import type { AccountNames } from './facet-values.ts';
import type { OpenFilter } from './open-filter.ts';
import type { SearchQueries } from './search-queries.ts';
import { storedTypes, storedWords } from './stored-facets.ts';

export type FacetView = 'inbox' | 'snoozed' | 'history';
type Counted = { facts: FacetFacts; count: number; status?: string };

/** So many of the newest are counted, of History and of what words find. */
const mostCounted = 20_000;

const Name = z.object({ name: z.string() });
const Row = z.object({
  account: AccountId,
  service_id: z.string(),
  project: z.string().nullable(),
  flags: z.string().nullable(),
  types: z.string().nullable(),
  status: z.string(),
  count: z.number(),
});

type FacetPlace = { terms: readonly Term[]; accounts: string; accountName: AccountNames; now: number };
type Sources = { search: SearchQueries; inbox: OpenFilter; snoozed: OpenFilter };

/** Says what there is to filter by. */
export class FacetQueries {
  readonly #sources: Sources;
  readonly #serviceName;

  constructor(database: Database, sources: Sources) {
    this.#sources = sources;
    this.#serviceName = database.prepare(`SELECT service_name AS name FROM notifications
      WHERE account = ? AND service_id = ? ORDER BY received_at DESC LIMIT 1`);
  }

  of(view: FacetView, place: FacetPlace): FacetsView {
    const others = place.terms.filter(({ asked }) => asked && asked.by !== 'status' && !isFacet(asked.by));
    const all = this.#all(view, { ...place, terms: others, limit: mostCounted });
    const { statuses } = conditionsOf(place.terms, place.now);
    const isWanted = ({ status }: Counted) =>
      !statuses || (statuses as readonly (string | undefined)[]).includes(status);
    const rows = view === 'history' ? all.filter(isWanted) : all;
    const wants = facetFilter(place.terms);
    const byStatus: Record<string, number> = {};
    for (const { facts, status, count } of all) {
      if (status !== undefined && wants(facts)) byStatus[status] = (byStatus[status] ?? 0) + count;
    }
    const isCut = all.reduce((sum, { count }) => sum + count, 0) >= mostCounted && view === 'history';
    return { facets: countFacets(rows, place.terms), statuses: byStatus, isCut };
  }

  #all(view: FacetView, place: FacetPlace & { limit: number }): Counted[] {
    const { search } = this.#sources;
    if (view === 'history') return this.#ofIndex(search.endedFacets(place), place.accountName);
    const hasWords = place.terms.some(({ asked }) => asked?.by === 'words');
    if (!hasWords) return this.#sources[view].facts(place);
    const rows = view === 'inbox' ? search.openFacets(place) : search.snoozedFacets(place);
    return this.#ofIndex(rows, place.accountName);
  }

  /** What filters look at, of rows of the index; a service is called what it calls itself now. */
  #ofIndex(rows: readonly unknown[], accountName: AccountNames): Counted[] {
    const names = new Map<string, string>();
    const nameOf = (account: string, service: string) => {
      const known = names.get(`${account}/${service}`);
      if (known !== undefined) return known;
      const name = Name.safeParse(this.#serviceName.get(account, service)).data?.name ?? service;
      names.set(`${account}/${service}`, name);
      return name;
    };
    return rows
      .flatMap((row) => Row.safeParse(row).data ?? [])
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
}

const isFacet = (by: string) => (facetNames as readonly string[]).includes(by);
