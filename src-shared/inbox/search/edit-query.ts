import { sameValue } from './facets.ts';
import { type Asked, type FilterName, parseSearch, type Term, withoutTerm } from './query.ts';

/** A filter as it is typed: `service:"Release Bot"`. A value with quotes in it loses them, and is matched without. */
export function filterText(name: FilterName, value: string): string {
  return isFacet(name) ? `${name}:"${value.replaceAll('"', '')}"` : `${name}:${value}`;
}

/** The filter of a search that stands for exactly this value, where there is one. */
export function filterTermOf(text: string, name: FilterName, value: string): Term | undefined {
  return parseSearch(text).find((term) => !term.isExcluded && standsFor(term.asked, name, value, term, text));
}

/** The search with a filter more at its end. */
export function withFilter(text: string, name: FilterName, value: string): string {
  return `${`${closed(text)} ${filterText(name, value)}`.trim()} `;
}

/** The search with a filter if it was without, and without it if it had it. */
export function toggledFilter(text: string, name: FilterName, value: string): string {
  const term = filterTermOf(text, name, value);
  return term ? withoutTerm(text, term) : withFilter(text, name, value);
}

/** The search with this as its only filter of these kinds; with none of them where it is that already. */
export function onlyFilter(text: string, name: FilterName, value: string, kinds: readonly FilterName[]): string {
  const isOnly = filtersOf(text).filter((term) => isOf(term, kinds)).length === 1 && filterTermOf(text, name, value);
  const rest = withoutFilters(text, kinds);
  return isOnly ? rest : withFilter(rest, name, value);
}

/** Whether this is the only filter of these kinds. */
export function isOnlyFilter(text: string, name: FilterName, value: string, kinds: readonly FilterName[]): boolean {
  return (
    filtersOf(text).filter((term) => isOf(term, kinds)).length === 1 && filterTermOf(text, name, value) !== undefined
  );
}

/** The filters of a search, without its words. */
export function filtersOf(text: string): Term[] {
  return parseSearch(text).filter(({ asked }) => asked !== undefined && asked.by !== 'words');
}

/** The search without its filters of some kinds; without `kinds` without any. */
export function withoutFilters(text: string, kinds?: readonly FilterName[]): string {
  return filtersOf(text)
    .filter((term) => kinds === undefined || isOf(term, kinds))
    .toReversed()
    .reduce(withoutTerm, text);
}

const isOf = ({ asked }: Term, kinds: readonly FilterName[]) =>
  asked !== undefined && asked.by !== 'words' && kinds.includes(asked.by);

const isFacet = (name: FilterName) => ['service', 'project', 'flag', 'type', 'account'].includes(name);

function standsFor(asked: Asked | undefined, name: FilterName, value: string, term: Term, text: string): boolean {
  if (asked?.by !== name) return false;
  if ('text' in asked && isFacet(name)) return !asked.isPrefix && sameValue(asked.text, value);
  return text.slice(term.from, term.to).toLowerCase() === filterText(name, value);
}

/** Quotes that are still open would swallow what follows them. */
function closed(text: string): string {
  const isOpen = (text.split('"').length - 1) % 2 === 1;
  return `${text.trimEnd()}${isOpen ? '"' : ''}`;
}
