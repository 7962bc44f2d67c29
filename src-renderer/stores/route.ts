import { createStore } from 'zustand/vanilla';
import type { ItemKey } from '#shared/inbox/item-key';

export type ListView = 'inbox' | 'snoozed' | 'history';
export type View = ListView | 'settings';
/** The person chose the item, or the app moved on to it: keys that answer are careful after the app did (design.md 4). */
export type OpenedBy = 'person' | 'app';

export type Route = {
  view: View;
  /** The item that each list has chosen. */
  chosen: Record<ListView, ItemKey | undefined>;
  openedBy: OpenedBy;
  /** The section of Settings to come to, once. */
  section: string | undefined;
  /** In a narrow window list and detail replace each other: whether the detail is what shows. */
  reading: boolean;
};

/** Where the person is. */
export function createRouteStore() {
  const store = createStore<Route>(() => ({
    view: 'inbox',
    chosen: { inbox: undefined, snoozed: undefined, history: undefined },
    openedBy: 'app',
    section: undefined,
    reading: false,
  }));
  return {
    store,
    show(view: View): void {
      if (store.getState().view !== view) store.setState({ view, reading: false, openedBy: 'app' });
    },
    choose(view: ListView, key: ItemKey | undefined, openedBy: OpenedBy): void {
      store.setState(({ chosen }) => ({ chosen: { ...chosen, [view]: key }, openedBy }));
    },
    goToSection(section: string | undefined): void {
      store.setState({ section });
    },
    read(reading: boolean): void {
      store.setState({ reading });
    },
  };
}
export type RouteStore = ReturnType<typeof createRouteStore>;

/** The item that the detail shows. */
export function openKey(route: Route): ItemKey | undefined {
  return route.view === 'settings' ? undefined : route.chosen[route.view];
}
