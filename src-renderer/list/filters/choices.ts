import type { FacetsView } from '#shared/inbox/search/found';
import { type FacetName, type FilterName, facetNames, type StatusName } from '#shared/inbox/search/query';
import { words } from '#shared/words/words';
import type { ListView } from '../../stores/route.ts';
import { valueWords } from './filter-words.ts';

/** One line of the filter menu. `count`: how many items it would show; undefined where they are not counted. */
export type Choice = { kind: FilterName; value: string; name: string; count: number | undefined };
export type ChoiceGroup = { kind: FilterName; choices: Choice[]; more: number };

/** A group lists so many; the rest is found by typing. */
const listed = 12;

/** What the menu lists: only what there is, by kind; `typed` narrows it by what its values are called. */
export function choicesOf(facets: FacetsView, view: ListView, typed: string): ChoiceGroup[] {
  const sought = typed.trim().toLocaleLowerCase();
  const group = (kind: FilterName, all: Choice[]): ChoiceGroup[] => {
    const kindName = words.filters.kinds[kind].toLocaleLowerCase();
    const found = all.filter(({ name }) => name.toLocaleLowerCase().includes(sought) || kindName.startsWith(sought));
    if (found.length === 0) return [];
    return [{ kind, choices: found.slice(0, listed), more: Math.max(0, found.length - listed) }];
  };
  const facetGroups = facetNames.flatMap((kind) =>
    isTold(kind, facets) ? group(kind, facetChoices(facets, kind)) : [],
  );
  if (view !== 'history') return facetGroups;
  return [
    ...facetGroups,
    ...group('status', statusChoices(facets)),
    ...group('answered', byMe()),
    ...group('after', days()),
  ];
}

/** One account alone is no choice. */
function isTold(kind: FacetName, { facets }: FacetsView): boolean {
  return kind !== 'account' || facets.account.length > 1;
}

function facetChoices({ facets }: FacetsView, kind: FacetName): Choice[] {
  return facets[kind].map(({ value, name, count }) => ({ kind, value, name: valueWords(kind, name), count }));
}

function statusChoices({ statuses }: FacetsView): Choice[] {
  const countOf = (...of: string[]) => of.reduce((sum, one) => sum + (statuses[one] ?? 0), 0);
  const counts: [StatusName, number][] = [
    ['answered', countOf('responded', 'completed')],
    ['expired', countOf('expired')],
    ['withdrawn', countOf('invalidated')],
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ kind: 'status', value, name: valueWords('status', value), count }));
}

const byMe = (): Choice[] => [{ kind: 'answered', value: 'me', name: words.filters.byMe, count: undefined }];

/** "After the eighth day back" is the last seven days and today. */
function days(): Choice[] {
  const { days: names } = words.filters;
  const day = (kind: 'on' | 'after', value: string, name: string): Choice => ({ kind, value, name, count: undefined });
  return [day('on', 'today', names.today), day('after', '7d', names['7d']), day('after', '30d', names['30d'])];
}

/** The id of a choice's element, in the menu with this id. */
export const choiceId = (id: string, { kind, value }: Choice) => `${id}-${kind}-${encodeURIComponent(value)}`;
