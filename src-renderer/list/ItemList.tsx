import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentType, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { ItemKey } from '#shared/inbox/item-key';
import { parseSearch, soughtWords } from '#shared/inbox/search/query';
import type { Settings } from '#shared/inbox/settings';
import { number } from '#shared/words/plural';
import type { ListView } from '../stores/route.ts';
import { useStores } from '../stores/use-stores.ts';
import styles from './ItemList.module.css';
import { Option, type RowProps } from './Option.tsx';
import { heightOf, identityOf, indexOf, keyOf, withIndex } from './rows-and-headers.ts';
import { SoughtContext } from './search/sought.ts';
import { useOpenOnClick } from './use-open-on-click.ts';
import { useScrollAnchor } from './use-scroll-anchor.ts';

const rowsBeyondTheEdge = 6;

export type ItemListProps = {
  view: ListView;
  /** The name of the listbox. */
  label: string;
  headerWords: (group: string) => string;
  Row: ComponentType<RowProps>;
};

/**
 * One `listbox` that holds the focus and points at its chosen option. Only what is on screen is drawn and read; rows
 * have one height, so that nothing has to be measured.
 */
export function ItemList(props: ItemListProps) {
  const { app } = useStores();
  const density = useStore(app.store, (state) => state.app?.settings.density ?? 'comfortable');
  return <Entries key={density} {...props} density={density} />; // another density is another list: every height is new
}

function Entries({ view, label, headerWords, Row, density }: ItemListProps & { density: Settings['density'] }) {
  const { lists, rows, snippets, route, navigation, selection } = useStores();
  const list = lists[view];
  const entries = useStore(list.store, (state) => state.entries);
  const search = useStore(list.store, (state) => state.search);
  const sought = useMemo(() => soughtWords(parseSearch(search)), [search]);
  const total = useStore(list.store, (state) => state.order.shown.length);
  const arrangements = useStore(list.store, (state) => state.arrangements);
  const chosen = useStore(route.store, (state) => state.chosen[view]);
  const selectable = view === 'inbox';
  const selected = useStore(selection.store, (state) => (selectable ? state.keys : none));
  const scroller = useRef<HTMLDivElement>(null);
  const chosenIndex = useMemo(() => indexOf(entries, chosen), [entries, chosen]);

  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => heightOf(entries[index], density), [entries, density]),
    getItemKey: useCallback((index: number) => identityOf(entries[index], index), [entries]),
    // The chosen row is always drawn: the list points at it for assistive technology.
    rangeExtractor: (range: Range) => withIndex(defaultRangeExtractor(range), chosenIndex),
    overscan: rowsBeyondTheEdge,
  });
  const drawn = virtualizer.getVirtualItems();
  useScrollAnchor({ scroller, entries, drawn, arrangements, density });

  useEffect(() => {
    const onScreen = drawn.flatMap(({ index }) => keyOf(entries[index]) ?? []);
    rows.want(view, onScreen);
    snippets.want(search, onScreen);
  });
  useEffect(() => () => rows.want(view, []), [rows, view]);

  useEffect(() => {
    const index = indexOf(list.store.getState().entries, chosen);
    if (index < 0) return;
    // Before the first row stands its header: it is shown with it.
    if (index === 1) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [list, chosen, virtualizer]);

  const pointerInside = useRef(false);
  const tellSteady = () => list.setSteady(pointerInside.current || (scroller.current?.scrollTop ?? 0) > 0);
  const onPointer = (inside: boolean) => {
    pointerInside.current = inside;
    tellSteady();
  };
  useOpenOnClick(scroller, { open: navigation.open, select: selectable ? navigation.select : undefined });
  const chosenEntry = entries[chosenIndex];

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable={selectable || undefined}
      tabIndex={0}
      data-items={view}
      aria-activedescendant={chosenEntry?.kind === 'row' ? optionId(view, chosenEntry.place) : undefined}
      onScroll={tellSteady}
      onPointerEnter={() => onPointer(true)}
      onPointerLeave={() => onPointer(false)}
    >
      <SoughtContext value={sought}>
        <div className={styles.all} style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, start, size, key }) => {
            const entry = entries[index];
            if (entry === undefined) return null;
            if (entry.kind === 'row') {
              return (
                <Option
                  key={key}
                  id={optionId(view, entry.place)}
                  itemKey={entry.key}
                  place={entry.place}
                  total={total}
                  top={start}
                  height={size}
                  chosen={entry.key === chosen}
                  picked={selected.has(entry.key)}
                  // The open item counts as selected while nothing else is.
                  selected={selected.size > 0 ? selected.has(entry.key) : entry.key === chosen}
                  followsRow={entries[index - 1]?.kind === 'row'}
                  Row={Row}
                />
              );
            }
            return (
              <div key={key} className={styles.header} style={{ top: start, height: size }} aria-hidden="true">
                <span>{headerWords(entry.group)}</span>
                <span>{number(entry.count)}</span>
              </div>
            );
          })}
        </div>
      </SoughtContext>
    </div>
  );
}

const none: ReadonlySet<ItemKey> = new Set();
const optionId = (view: ListView, place: number) => `${view}-row-${place}`;
