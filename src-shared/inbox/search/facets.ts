import { fold, wordsOf } from './fold.ts';
import { matchesIn } from './highlight.ts';
import { type AskedFacet, type FacetName, facetNames, type Term } from './query.ts';

/** What an item is filtered by; each kind in every way that a filter may name it. */
export type FacetFacts = {
  account: string;
  accountName: string;
  serviceId: string;
  serviceName: string;
  project: string | undefined;
  flags: readonly string[];
  types: readonly string[];
};

/** A filter of one kind. It looks at an item; `undefined` where nothing of its kind is asked. */
type KindFilter = ((facts: FacetFacts) => boolean) | undefined;

/** Whether two values are one to a person: whatever their case, accents, quotes and spaces. */
export function sameValue(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(value: string): string {
  return fold(value.replaceAll('"', '')).replaceAll(/\s+/g, ' ').trim();
}

/** Whether a filter names a value: all of it in quotes, otherwise words that it holds, the last of which may go on. */
function namesValue({ by, text, isPrefix }: AskedFacet, value: string): boolean {
  const [asked, found] = by === 'type' || by === 'flag' ? [oneWord(text), oneWord(value)] : [text, value];
  if (!isPrefix) return sameValue(asked, found);
  return matchesIn(found, [{ text: asked, isPrefix }]).length > 0;
}

/** The names of types and flags count as one word: `multi_choice`, `multi-choice`. */
function oneWord(name: string): string {
  return name.replaceAll(/[_-]/g, '');
}

/** What a filter asks for, unless it holds no word, such as a lone sign: that asks for nothing. */
function facetsAsked(terms: readonly Term[], kind: FacetName): { wanted: AskedFacet[]; unwanted: AskedFacet[] } {
  const wanted: AskedFacet[] = [];
  const unwanted: AskedFacet[] = [];
  for (const { asked, isExcluded } of terms) {
    if (asked?.by !== kind || (asked.isPrefix && wordsOf(fold(asked.text)).length === 0)) continue;
    (isExcluded ? unwanted : wanted).push(asked);
  }
  return { wanted, unwanted };
}

/** Whether what an item has of a kind is wanted: any of what is wanted, and nothing of what is not. */
export function kindFilter(terms: readonly Term[], kind: FacetName): KindFilter {
  const { wanted, unwanted } = facetsAsked(terms, kind);
  if (wanted.length === 0 && unwanted.length === 0) return undefined;
  const known = new Map<string, { isWanted: boolean; isUnwanted: boolean }>();
  const standing = (value: string) => {
    const before = known.get(value);
    if (before) return before;
    const names = (one: AskedFacet) => namesValue(one, value);
    const found = { isWanted: wanted.some(names), isUnwanted: unwanted.some(names) };
    known.set(value, found);
    return found;
  };
  return (facts) => {
    const values = valuesOf(facts, kind).map(standing);
    if (values.some(({ isUnwanted }) => isUnwanted)) return false;
    return wanted.length === 0 || values.some(({ isWanted }) => isWanted);
  };
}

function valuesOf(facts: FacetFacts, kind: FacetName): readonly string[] {
  switch (kind) {
    case 'account':
      return [facts.accountName, facts.account];
    case 'service':
      return [facts.serviceName, facts.serviceId];
    case 'project':
      return facts.project === undefined ? [] : [facts.project];
    case 'flag':
      return facts.flags;
    case 'type':
      return facts.types;
  }
}

/** Whether an item is among what a search's filters want: something of each kind that is asked for. */
export function facetFilter(terms: readonly Term[]): (facts: FacetFacts) => boolean {
  const filters = facetNames.flatMap((kind) => kindFilter(terms, kind) ?? []);
  return (facts) => filters.every((wants) => wants(facts));
}

/** A value that a filter can name: `value` goes into the search, `name` is what a person reads. */
export type FacetValue = { value: string; name: string; count: number };
export type FacetCounts = Record<FacetName, FacetValue[]>;

/**
 * What there is to filter by, and how many items each value would show beside the other kinds’ filters. `rows` are items
 * or many of a kind (`count`); most first.
 */
export function countFacets(rows: Iterable<{ facts: FacetFacts; count: number }>, terms: readonly Term[]): FacetCounts {
  const filters = facetNames.map((kind) => ({ kind, wants: kindFilter(terms, kind) }));
  const counts = new Map(facetNames.map((kind) => [kind, new Map<string, { name: string; count: number }>()]));
  const add = (kind: FacetName, facts: FacetFacts, count: number) => {
    for (const { id, name } of namedValues(facts, kind)) {
      const found = counts.get(kind)?.get(id);
      if (found) found.count += count;
      else counts.get(kind)?.set(id, { name, count });
    }
  };
  for (const { facts, count } of rows) {
    const failing = filters.filter(({ wants }) => wants && !wants(facts)).map(({ kind }) => kind);
    // What is not counted is known none the less: two services of one name stay two.
    for (const kind of facetNames) add(kind, facts, failing.every((one) => one === kind) ? count : 0);
  }
  const listOf = (kind: FacetName) => withValues([...(counts.get(kind) ?? [])]);
  return Object.fromEntries(facetNames.map((kind) => [kind, listOf(kind)])) as FacetCounts;
}

function namedValues(facts: FacetFacts, kind: FacetName): { id: string; name: string }[] {
  switch (kind) {
    case 'account':
      return [{ id: facts.account, name: facts.accountName }];
    case 'service':
      return [{ id: facts.serviceId, name: facts.serviceName || facts.serviceId }];
    default:
      return valuesOf(facts, kind).flatMap((value) => (value === '' ? [] : [{ id: value, name: value }]));
  }
}

/** A name stands for its value, unless another has the same: then its id does. */
function withValues(found: [id: string, { name: string; count: number }][]): FacetValue[] {
  const takenBy = new Map<string, number>();
  for (const [, { name }] of found) takenBy.set(plain(name), (takenBy.get(plain(name)) ?? 0) + 1);
  const isAlone = (name: string) => takenBy.get(plain(name)) === 1 && plain(name) !== '';
  return found
    .map(([id, { name, count }]) => ({ value: isAlone(name) ? name : id, name, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The value that a filter names one of several by: its name, or where others have the same, its id. */
export function valueAmong<T extends { id: string; name: string }>(one: T, all: readonly T[]): string {
  const isAlone = plain(one.name) !== '' && all.filter(({ name }) => sameValue(name, one.name)).length === 1;
  return isAlone ? one.name : one.id;
}
