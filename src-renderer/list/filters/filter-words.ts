import type { Asked, FacetName, FilterName, StatusName, Term } from '#shared/inbox/search/query';
import { isResponseType } from '#shared/protocol/action';
import { isKnownFlag } from '#shared/protocol/flags';
import { words } from '#shared/words/words';

/** A value of a filter as a person reads it; what the protocol does not know is said as it came. */
export function valueWords(kind: FilterName, value: string): string {
  const { filters } = words;
  if (kind === 'type' && isResponseType(value)) return filters.types[value];
  if (kind === 'flag' && isKnownFlag(value)) return words.flags.badges[value];
  if (kind === 'status') return filters.statuses[value as StatusName] ?? value;
  return value;
}

export type NamedFilter = { term: Term; name: string };

/** The filters of a search as its chips name them: several of a kind are joined by "or", as they are understood. */
export function filterNamesOf(text: string, terms: readonly Term[], nameOf: NameOf): NamedFilter[] {
  const seen = new Set<FilterName>();
  return terms.flatMap((term) => {
    const { asked, isExcluded } = term;
    if (asked === undefined || asked.by === 'words') return [];
    const value = sayValue(asked, text.slice(term.from, term.to), nameOf);
    const isAnother = !isExcluded && isWidening(asked.by) && seen.has(asked.by);
    if (!isExcluded) seen.add(asked.by);
    const { filters } = words;
    if (isAnother) return [{ term, name: filters.or(value) }];
    const chip =
      asked.by === 'answered' && asked.who === 'me' ? filters.byMe : filters.chip(filters.kinds[asked.by], value);
    return [{ term, name: isExcluded ? filters.not(chip) : chip }];
  });
}

/** What a person calls a service or an account that a filter names by its id. */
export type NameOf = (kind: FacetName, value: string) => string | undefined;

const isWidening = (kind: FilterName) => ['service', 'project', 'flag', 'type', 'account', 'status'].includes(kind);

function sayValue(asked: Exclude<Asked, { by: 'words' }>, text: string, nameOf: NameOf): string {
  switch (asked.by) {
    case 'service':
    case 'account':
      return nameOf(asked.by, asked.text) ?? asked.text;
    case 'project':
    case 'flag':
    case 'type':
      return valueWords(asked.by, asked.text);
    case 'status':
      return valueWords('status', asked.status);
    case 'answered':
      return asked.who === 'me' ? asked.who : asked.text;
    default:
      return text.slice(text.indexOf(':') + 1);
  }
}
