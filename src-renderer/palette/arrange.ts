import type { PaletteEntry } from './entry.ts';
import { type Rank, rankOf } from './match.ts';

/** More is not drawn: who sees so many types on. */
const mostDrawn = 60;
/** Under one heading, while nothing was typed. */
const mostOfAGroup = 20;
/** As many of the latest stand on top while nothing was typed. */
const mostRecent = 5;

/** The entries under their headings; `under` is undefined where typing has put the best on top. */
export type Arranged = { under: PaletteEntry['group'] | 'recent' | undefined; entries: readonly PaletteEntry[] }[];

/**
 * What the palette shows. `recent`: what was chosen lately, the latest first. Of what fits as well, the lately chosen comes
 * first, then the order of the sources; what answers a question comes after all that fits as well.
 */
export function arrange(all: readonly PaletteEntry[], typed: string, recent: readonly string[]): Arranged {
  if (typed.trim() === '') return unsought(all, recent);
  const found = all.flatMap((entry, place) => {
    const rank = rankOf(typed, entry.title, entry.also);
    return rank === undefined ? [] : [{ entry, rank, place }];
  });
  const lately = (id: string) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  const weight = ({ entry, rank }: { entry: PaletteEntry; rank: Rank }) =>
    rank * 2 + (entry.group === 'question' ? 1 : 0);
  found.sort((a, b) => weight(a) - weight(b) || lately(a.entry.id) - lately(b.entry.id) || a.place - b.place);
  return [{ under: undefined, entries: found.slice(0, mostDrawn).map(({ entry }) => entry) }];
}

function unsought(all: readonly PaletteEntry[], recent: readonly string[]): Arranged {
  const latest = recent.flatMap((id) => all.find((entry) => entry.id === id) ?? []).slice(0, mostRecent);
  const groups = new Map<PaletteEntry['group'], PaletteEntry[]>();
  for (const entry of all) {
    const group = groups.get(entry.group) ?? [];
    if (!latest.includes(entry) && group.length < mostOfAGroup) groups.set(entry.group, [...group, entry]);
  }
  const arranged: Arranged = [...groups].map(([under, entries]) => ({ under, entries }));
  return latest.length === 0 ? arranged : [{ under: 'recent', entries: latest }, ...arranged];
}

/** The entry that Enter runs before an arrow was pressed: the first that answers nothing, for that is only ever chosen. */
export function firstChosen(entries: readonly PaletteEntry[], typed: string): number {
  if (typed.trim() !== '') return entries.length > 0 ? 0 : -1;
  return entries.findIndex(({ group }) => group !== 'question');
}

/** What was chosen lately, after one more. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((one) => one !== id)].slice(0, 12);
}
