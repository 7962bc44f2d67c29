import { z } from 'zod';
import type { Database } from '#main/store/database';
import { storedJson } from '#main/store/stored-notification';
import type { AccountId } from '#shared/inbox/item-key';
import { type FacetFacts, kindFilter } from '#shared/inbox/search/facets';
import type { FacetName, Term } from '#shared/inbox/search/query';
import { storedTypes, storedWords } from './stored-facets.ts';

const Value = z.object({ value: z.string() });
const Service = storedJson(z.tuple([z.string(), z.string(), z.string()]));

/** What the person calls an account. */
export type AccountNames = (account: AccountId) => string;

/** What is stored of an item's facets under one value; `service` is JSON of account, id and name. */
export type StoredFacets = {
  account: string;
  serviceId: string;
  serviceName: string;
  project: string | null;
  flags: string;
  types: string;
};

/** The whole values that a search's filters let through, as JSON; null where a kind is not asked for. */
export type FacetParameters = Record<'services' | 'projects' | 'flags' | 'types' | 'ofAccounts', string | null>;

/** Holds rows of `n` to `FacetParameters`; `facets` is where their project, flags and types stand. */
export const isOfFacets = (facets: string) =>
  `(:services IS NULL OR n.account || '/' || n.service_id IN (SELECT value FROM json_each(:services)))
  AND (:projects IS NULL OR coalesce(${facets}.project, '') IN (SELECT value FROM json_each(:projects)))
  AND (:flags IS NULL OR ${facets}.flags IN (SELECT value FROM json_each(:flags)))
  AND (:types IS NULL OR ${facets}.types IN (SELECT value FROM json_each(:types)))
  AND (:ofAccounts IS NULL OR n.account IN (SELECT value FROM json_each(:ofAccounts)))`;

const nobody: FacetFacts = {
  account: '',
  accountName: '',
  serviceId: '',
  serviceName: '',
  project: undefined,
  flags: [],
  types: [],
};

/** Every value that filters of the index compare with: few, beside the items that have them. */
export class FacetValues {
  readonly #statements;

  constructor(database: Database) {
    this.#statements = {
      add: database.prepare('INSERT INTO search_values VALUES (?, ?) ON CONFLICT DO NOTHING'),
      of: database.prepare('SELECT value FROM search_values WHERE kind = ?'),
    };
  }

  /** An item with these is brought into the index. */
  learn({ account, serviceId, serviceName, project, flags, types }: StoredFacets): void {
    const { add } = this.#statements;
    add.run('service', JSON.stringify([account, serviceId, serviceName]));
    add.run('account', account);
    add.run('project', project ?? '');
    add.run('flag', flags);
    add.run('type', types);
  }

  /** Turns the filters of a search into comparisons. */
  parametersOf(terms: readonly Term[], accountName: AccountNames): FacetParameters {
    return facetParameters(terms, accountName, (kind) => this.#all(kind));
  }

  #all(kind: FacetName): string[] {
    return z
      .array(Value)
      .parse(this.#statements.of.all(kind))
      .map(({ value }) => value);
  }
}

/** Turns the filters of a search into comparisons with the whole values that they let through, of those there are. */
export function facetParameters(
  terms: readonly Term[],
  accountName: AccountNames,
  valuesOf: (kind: FacetName) => string[],
): FacetParameters {
  const list = (kind: FacetName, factsOf: (value: string) => Partial<FacetFacts>, keyOf = (value: string) => value) => {
    const wants = kindFilter(terms, kind);
    if (wants === undefined) return null;
    const passing = valuesOf(kind).filter((value) => wants({ ...nobody, ...factsOf(value) }));
    return JSON.stringify(passing.map(keyOf));
  };
  return {
    services: list('service', factsOfService, (value) => Service.parse(value).slice(0, 2).join('/')),
    projects: list('project', (project) => (project === '' ? {} : { project })),
    flags: list('flag', (flags) => ({ flags: storedWords(flags) })),
    types: list('type', (types) => ({ types: storedTypes(types) })),
    ofAccounts: list('account', (account) => ({ account, accountName: accountName(account as AccountId) })),
  };
}

function factsOfService(value: string): Partial<FacetFacts> {
  const [account, serviceId, serviceName] = Service.parse(value);
  return { account, serviceId, serviceName };
}
