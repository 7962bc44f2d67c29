import { createStore } from 'zustand/vanilla';
import type { ItemKey } from '#shared/inbox/item-key';
import type { ListStore } from './list.ts';

export type SelectionState = { keys: ReadonlySet<ItemKey> };

/**
 * What of a list is selected, to be answered together: ids only, whatever the number. What leaves the list leaves the
 * selection; what arrives is not in it.
 */
export function createSelectionStore(list: ListStore) {
  const store = createStore<SelectionState>(() => ({ keys: new Set() }));
  /** A stretch is selected from here; `before`: what was selected when it began. */
  let stretch: { from: ItemKey; before: ReadonlySet<ItemKey> } | undefined;

  const shown = () => list.store.getState().order.shown;
  const select = (keys: ReadonlySet<ItemKey>) => store.setState({ keys });

  function onListChange(): void {
    const { keys } = store.getState();
    if (keys.size === 0) {
      stretch = undefined;
      return;
    }
    const { order } = list.store.getState();
    const there = new Set([...order.shown, ...order.pending]);
    const stillThere = (all: ReadonlySet<ItemKey>) => new Set([...all].filter((key) => there.has(key)));
    if (stretch) stretch = { ...stretch, before: stillThere(stretch.before) };
    const left = stillThere(keys);
    if (left.size !== keys.size) select(left);
  }

  return {
    store,

    start(): void {
      list.store.subscribe((now, before) => {
        if (now.order !== before.order) onListChange();
      });
    },

    isEmpty: () => store.getState().keys.size === 0,

    toggle(key: ItemKey): void {
      const keys = new Set(store.getState().keys);
      if (!keys.delete(key)) keys.add(key);
      select(keys);
      stretch = { from: key, before: keys };
    },

    /** Selects the stretch of rows up to this one; `from` is where it begins unless one is under way. */
    extendTo(key: ItemKey, from: ItemKey | undefined): void {
      const rows = shown();
      if (!stretch || !rows.includes(stretch.from)) {
        stretch = { from: from ?? key, before: store.getState().keys };
      }
      const [a, b] = [rows.indexOf(stretch.from), rows.indexOf(key)];
      if (a < 0 || b < 0) return;
      select(new Set([...stretch.before, ...rows.slice(Math.min(a, b), Math.max(a, b) + 1)]));
    },

    /** Everything that the list shows; what waits behind "N new" was not seen yet. */
    selectAll(): void {
      select(new Set(shown()));
      stretch = undefined;
    },

    clear(): void {
      if (store.getState().keys.size > 0) select(new Set());
      stretch = undefined;
    },
  };
}
export type SelectionStore = ReturnType<typeof createSelectionStore>;
