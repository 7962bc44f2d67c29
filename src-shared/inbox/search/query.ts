import { type DateTerm, dateTermOf } from './dates.ts';

/** What a status filter may say, in the words of the interface. */
export const statusNames = ['open', 'answered', 'expired', 'withdrawn'] as const;
export type StatusName = (typeof statusNames)[number];

/** The names of the filters, in the order in which they are offered. */
export const filterNames = [
  'service',
  'project',
  'flag',
  'type',
  'account',
  'status',
  'answered',
  'before',
  'after',
  'on',
] as const;
export type FilterName = (typeof filterNames)[number];

/** The longest search, in characters: room for every filter that a list of chips can show. */
export const searchLimit = 2_000;

/** The filters whose values are what items have: several of one kind mean any of them (facets.ts). */
export const facetNames = ['service', 'project', 'flag', 'type', 'account'] as const satisfies readonly FilterName[];
export type FacetName = (typeof facetNames)[number];

/** In closed quotes (no prefix) it is the whole value, e.g. the name of one service; otherwise words that it holds. */
export type AskedFacet = { by: FacetName; text: string; isPrefix: boolean };

/** What one part of a search asks for. `isPrefix`: its last word may go on. */
export type Asked =
  | { by: 'words'; text: string; isPrefix: boolean }
  | AskedFacet
  | { by: 'status'; status: StatusName }
  | { by: 'answered'; who: 'me' }
  | { by: 'answered'; who: 'somebody'; text: string; isPrefix: boolean }
  | { by: 'before' | 'after' | 'on'; day: DateTerm };

/** A part of a search and where it stands in the text. `asked` is missing while a filter is still being typed. */
export type Term = { from: number; to: number; isExcluded: boolean; asked: Asked | undefined };

// A part, with its minus, its filter and its value: in quotes, which may still be open, or up to the next space.
const partPattern = /(-?)(?:([a-z]+):)?(?:"([^"]*)("?)|(\S*))/giy;
const space = /\s*/y;

/**
 * Reads a search: words, "phrases", filters such as `service:` and a minus before what is not wanted. It takes any text:
 * what is no filter is a word.
 */
export function parseSearch(text: string): Term[] {
  const terms: Term[] = [];
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return terms;
    partPattern.lastIndex = at;
    const [part = '', minus = '', name, quoted, closed, bare] = partPattern.exec(text) ?? [];
    const from = at;
    at += Math.max(1, part.length);
    const value = { text: quoted ?? bare ?? '', isPrefix: closed !== '"', isWhole: quoted !== undefined };
    const asked =
      (name === undefined ? undefined : filterOf(name.toLowerCase(), value)) ?? wordsIn(part, minus, name, value);
    terms.push({ from, to: at, isExcluded: minus !== '', asked: asked === 'unfinished' ? undefined : asked });
  }
}

type Value = { text: string; isPrefix: boolean; isWhole: boolean };

function wordsIn(part: string, minus: string, name: string | undefined, { text, isPrefix, isWhole }: Value): Asked {
  const quoted = name === undefined ? text : `${name}:${text}`;
  return { by: 'words', text: isWhole ? quoted : part.slice(minus.length), isPrefix };
}

function filterOf(name: string, { text, isPrefix, isWhole }: Value): Asked | 'unfinished' | undefined {
  if (!isFilterName(name)) return undefined;
  if (text.trim() === '') return 'unfinished';
  switch (name) {
    case 'service':
    case 'project':
    case 'flag':
    case 'type':
    case 'account':
      return { by: name, text, isPrefix };
    case 'status': {
      const said = text.toLowerCase();
      const status = statusNames.find((one) => (isWhole ? one === said : one.startsWith(said)));
      return status && { by: 'status', status };
    }
    case 'answered':
      if (text.toLowerCase() === 'me') return { by: 'answered', who: 'me' };
      return { by: 'answered', who: 'somebody', text, isPrefix };
    case 'before':
    case 'after':
    case 'on': {
      const day = dateTermOf(text.toLowerCase());
      return day === 'unfinished' ? day : day && { by: name, day };
    }
  }
}

const isFilterName = (name: string): name is FilterName => (filterNames as readonly string[]).includes(name);

/** The words a search looks for, which its results can show: not its filters, and not what it leaves out. */
export function soughtWords(terms: readonly Term[]): { text: string; isPrefix: boolean }[] {
  return terms.flatMap(({ asked, isExcluded }) => (asked?.by === 'words' && !isExcluded ? [asked] : []));
}

/** The search without one of its parts. */
export function withoutTerm(text: string, { from, to }: Pick<Term, 'from' | 'to'>): string {
  return `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();
}
