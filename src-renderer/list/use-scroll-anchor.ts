import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Settings } from '#shared/inbox/settings';
import type { ListEntry } from '../stores/list-entries.ts';
import { heightOf, keyOf } from './rows-and-headers.ts';

type Drawn = { index: number; start: number; end: number };

/**
 * Keeps what one reads where it is: when rows above it come or go, the list scrolls along, so that no row moves under
 * the pointer. A list that was arranged anew starts at its top.
 */
export function useScrollAnchor({
  scroller,
  entries,
  drawn,
  arrangements,
  density,
}: {
  scroller: RefObject<HTMLElement | null>;
  entries: readonly ListEntry[];
  drawn: readonly Drawn[];
  /** How often the list was arranged anew. */
  arrangements: number;
  density: Settings['density'];
}): void {
  const before = useRef({ entries, arrangements, rows: rowsOf(entries, drawn) });
  useLayoutEffect(() => {
    const { current: element } = scroller;
    const { current: last } = before;
    if (element && last.arrangements !== arrangements) element.scrollTop = 0;
    else if (element && last.entries !== entries && element.scrollTop > 0) {
      element.scrollTop += shift(last.rows, element.scrollTop, entries, density);
    }
    before.current = { entries, arrangements, rows: rowsOf(entries, drawn) };
  });
}

type PlacedRow = { key: ItemKey; start: number; end: number };

function rowsOf(entries: readonly ListEntry[], drawn: readonly Drawn[]): PlacedRow[] {
  return drawn.flatMap(({ index, start, end }) => {
    const key = keyOf(entries[index]);
    return key === undefined ? [] : [{ key, start, end }];
  });
}

/** How far the first row in sight that is still there has moved, in px. */
export function shift(
  rows: readonly PlacedRow[],
  scrollTop: number,
  entries: readonly ListEntry[],
  density: Settings['density'] = 'comfortable',
): number {
  const startOf = new Map<ItemKey, number>();
  let top = 0;
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== undefined) startOf.set(key, top);
    top += heightOf(entry, density);
  }
  const anchor = rows.find((row) => row.end > scrollTop && startOf.has(row.key));
  return anchor === undefined ? 0 : (startOf.get(anchor.key) ?? anchor.start) - anchor.start;
}
