import { createStore } from 'zustand/vanilla';
import type { FacetsView } from '#shared/inbox/search/found';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';
import type { ListStore } from './list.ts';
import type { ListView } from './route.ts';

export type FacetsState = {
  /** The list whose filter menu is open. */
  view: ListView | undefined;
  facets: FacetsView | undefined;
  failure: AppError | undefined;
};

/** What the filter menu offers: what there is in the list to filter by, read when it opens and after each choice. */
export function createFacetsStore({ bridge, lists }: { bridge: Bridge; lists: Record<ListView, ListStore> }) {
  const store = createStore<FacetsState>(() => ({ view: undefined, facets: undefined, failure: undefined }));
  let question = 0;

  async function read(view: ListView): Promise<void> {
    question += 1;
    const mine = question;
    const reply = await bridge.call('inbox:facets', { view, search: lists[view].store.getState().search });
    if (mine !== question) return;
    if (reply.ok) store.setState({ facets: reply.value, failure: undefined });
    else store.setState({ failure: reply.error });
  }

  return {
    store,
    open(view: ListView): void {
      store.setState({ view, facets: undefined, failure: undefined });
      void read(view);
    },
    close(): void {
      question += 1;
      store.setState({ view: undefined });
    },
    /** Filters the list of the open menu otherwise. */
    change(search: string): void {
      const { view } = store.getState();
      if (view === undefined) return;
      lists[view].search(search);
      void read(view);
    },
  };
}
export type FacetsStore = ReturnType<typeof createFacetsStore>;
