import type { ItemKey } from '#shared/inbox/item-key';
import type { Settings } from '#shared/inbox/settings';
import type { ListEntry } from '../stores/list-entries.ts';

const headerHeight = 34;
const rowHeights: Record<Settings['density'], number> = { comfortable: 66, compact: 52 };

/** The height of an entry in px: a row as in look.md, or a section header. The text size setting zooms the whole page. */
export function heightOf(entry: ListEntry | undefined, density: Settings['density']): number {
  return entry?.kind === 'header' ? headerHeight : rowHeights[density];
}

/** What an entry keeps its identity by, however the list moves. */
export function identityOf(entry: ListEntry | undefined, index: number): string | number {
  if (entry === undefined) return index;
  return entry.kind === 'row' ? entry.key : `header ${entry.group}`;
}

export function keyOf(entry: ListEntry | undefined): ItemKey | undefined {
  return entry?.kind === 'row' ? entry.key : undefined;
}

/** Where an item's row stands among all entries, -1 where it does not. */
export function indexOf(entries: readonly ListEntry[], key: ItemKey | undefined): number {
  return key === undefined ? -1 : entries.findIndex((entry) => keyOf(entry) === key);
}

/** Adds one index to a sorted few. */
export function withIndex(indices: number[], extra: number): number[] {
  if (extra < 0 || indices.includes(extra)) return indices;
  return [...indices, extra].sort((a, b) => a - b);
}
