import { createStore } from 'zustand/vanilla';
import { SavedFilter, SavedFilterName, savedFiltersLimit } from '#shared/inbox/saved-filter';
import type { Bridge } from '#shared/ipc/contract';
import type { AppStore } from './app.ts';
import type { Clock } from './clock.ts';
import type { ListStore } from './list.ts';
import type { Navigation } from './navigation.ts';
import type { ListView } from './route.ts';

/** Counts are queries: at most one round of them in this time, in ms. */
const countEveryMs = 1_000;

export type FilterCount = { count: number; isMore: boolean };
export type SavedFiltersState = { counts: ReadonlyMap<string, FilterCount> };

export type SavedFiltersPorts = {
  bridge: Bridge;
  clock: Clock;
  app: AppStore;
  lists: Record<ListView, ListStore>;
  navigation: Navigation;
};

/** The filters that the person keeps under a name: part of the settings, so they are there at the next start. */
export function createSavedFiltersStore({ bridge, clock, app, lists, navigation }: SavedFiltersPorts) {
  const store = createStore<SavedFiltersState>(() => ({ counts: new Map() }));
  let isDue = false;
  let question = 0;

  const all = (): readonly SavedFilter[] => app.store.getState().app?.settings.savedFilters ?? [];
  const change = (savedFilters: SavedFilter[]) => app.changeSettings({ savedFilters });

  async function count(): Promise<void> {
    const counted = all().filter(({ view }) => view !== 'history');
    question += 1;
    const mine = question;
    if (counted.length === 0) return store.setState({ counts: new Map() });
    const reply = await bridge.call('inbox:count', { searches: counted.map(({ search }) => search) });
    if (!reply.ok || mine !== question) return;
    const found = counted.flatMap(({ id }, n) => (reply.value[n] ? [[id, reply.value[n]] as const] : []));
    store.setState({ counts: new Map(found) });
  }

  function countSoon(): void {
    if (isDue || all().length === 0) return;
    isDue = true;
    clock.at(clock.now() + countEveryMs, () => {
      isDue = false;
      void count();
    });
  }

  return {
    store,
    all,

    start(): void {
      bridge.on('inbox:changed', countSoon);
      app.store.subscribe((now, before) => {
        if (now.app?.settings.savedFilters !== before.app?.settings.savedFilters) void count();
      });
    },

    /** Whether what a list shows can be kept: it is filtered or searched, and there is room. */
    canSave(view: ListView): boolean {
      return lists[view].store.getState().search.trim() !== '' && all().length < savedFiltersLimit;
    },

    /** Keeps what a list shows under a name; a name that is there already is given to this instead. */
    async save(name: string, view: ListView): Promise<void> {
      const search = lists[view].store.getState().search;
      const kept = SavedFilter.safeParse({ id: freeId(all()), name, view, search });
      if (!kept.success) return;
      const others = all().filter((one) => one.view !== view || one.name !== kept.data.name);
      await change([...others, kept.data]);
    },

    async rename(id: string, name: string): Promise<void> {
      const wanted = SavedFilterName.safeParse(name);
      if (wanted.success) await change(all().map((one) => (one.id === id ? { ...one, name: wanted.data } : one)));
    },

    async remove(id: string): Promise<void> {
      await change(all().filter((one) => one.id !== id));
    },

    /** Shows what a kept filter finds; when that is on screen already, everything again. */
    use(id: string): void {
      const filter = all().find((one) => one.id === id);
      if (!filter) return;
      const { view, search } = filter;
      const isShown = lists[view].store.getState().search.trim() === search;
      navigation.showFiltered(view, isShown ? '' : search);
    },
  };
}
export type SavedFiltersStore = ReturnType<typeof createSavedFiltersStore>;

function freeId(taken: readonly SavedFilter[]): string {
  for (let n = 1; ; n++) if (!taken.some(({ id }) => id === `filter-${n}`)) return `filter-${n}`;
}
