import type { ItemKey } from '#shared/inbox/item-key';
import { onlyFilter, withFilter } from '#shared/inbox/search/edit-query';
import type { FacetName } from '#shared/inbox/search/query';
import type { Bridge } from '#shared/ipc/contract';
import type { ActionId } from '#shared/protocol/ids';
import type { LayoutStore } from './layout.ts';
import type { ListStore } from './list.ts';
import { type ListView, type OpenedBy, openKey, type RouteStore, type View } from './route.ts';
import type { RowStore } from './rows.ts';
import type { SelectionStore } from './selection.ts';
import { nextToAnswer, type Step, stepIn } from './steps.ts';

export type NavigationPorts = {
  bridge: Bridge;
  route: RouteStore;
  lists: Record<ListView, ListStore>;
  rows: RowStore;
  layout: LayoutStore;
  /** Goes straight to an action of the open item: its confirmation, or its control. */
  confirm: (key: ItemKey, action: ActionId) => void;
  selection: SelectionStore;
};

/** How a person gets from item to item and from view to view. It moves the route; the route's readers follow. */
export function createNavigation({ bridge, route, lists, rows, layout, confirm, selection }: NavigationPorts) {
  /** Where the chosen item of a list last stood, 0-based: the way on from an item that has left the list. */
  const lastPlace: Record<ListView, number> = { inbox: 0, snoozed: 0, history: 0 };
  let returning = true;
  /** Counts what is asked to be shown; what the person opens meanwhile goes first. */
  let showing = 0;

  const isWide = () => layout.getState().mode !== 'single';
  const shownIn = (view: ListView) => lists[view].store.getState().order.shown;

  function choose(view: ListView, key: ItemKey | undefined, by: OpenedBy): void {
    const place = key === undefined ? -1 : shownIn(view).indexOf(key);
    if (place >= 0) lastPlace[view] = place;
    if (by === 'person') showing += 1;
    const { chosen, openedBy } = route.store.getState();
    // What the person has opened does not become the app's doing by being shown once more.
    route.choose(view, key, chosen[view] === key && openedBy === 'person' ? 'person' : by);
  }

  function show(view: View): void {
    if (view === route.store.getState().view) return;
    returning = true;
    route.show(view);
    for (const list of Object.values(lists)) list.setShowing(list.view === view);
  }

  /** Keeps the choice and the list together as the list changes. */
  function onListChange(view: ListView): void {
    const { phase, order } = lists[view].store.getState();
    if (phase !== 'ready' || route.store.getState().view !== view) return;
    const chosen = route.store.getState().chosen[view];
    const place = chosen === undefined ? -1 : order.shown.indexOf(chosen);
    if (place >= 0) lastPlace[view] = place;
    else if (returning && chosen !== undefined) route.choose(view, undefined, 'app');
    returning = false;
    openFirst();
  }

  /** The first question shows at once (design.md 5); in a narrow window the list does. */
  function openFirst(): void {
    const { view, chosen } = route.store.getState();
    const first = shownIn('inbox')[0];
    if (view === 'inbox' && isWide() && chosen.inbox === undefined && first) choose('inbox', first, 'app');
  }

  /** Makes sure that the list on screen holds an item: newcomers come in, a filter that hides it goes. */
  function reveal(view: ListView, key: ItemKey): void {
    const list = lists[view];
    const { order, search } = list.store.getState();
    if (order.shown.includes(key)) return;
    if (order.pending.includes(key)) list.admit();
    else if (search !== '') list.search('');
  }

  function showFiltered(view: ListView, search: string): void {
    show(view);
    returning = true;
    lists[view].search(search);
    route.read(false);
  }

  /** The item to go on with after `key` in a list of what waits. */
  function nextWaiting(view: ListView, key: ItemKey): ItemKey | undefined {
    const { rows: known } = rows.store.getState();
    const isOnItsWay = (one: ItemKey) => {
      const answer = known.get(one)?.answer;
      return answer !== undefined && answer.state !== 'returned';
    };
    return nextToAnswer(shownIn(view), key, lastPlace[view], isOnItsWay);
  }

  return {
    show,

    start(): void {
      for (const list of Object.values(lists)) {
        list.store.subscribe((now, before) => {
          if (now.order !== before.order || now.phase !== before.phase) onListChange(list.view);
        });
      }
      layout.subscribe(openFirst);
      bridge.on('app:show-view', ({ view }) => show(view));
      bridge.on('inbox:show-item', ({ key, confirmAction }) => void this.showItem(key, confirmAction));
      lists.inbox.setShowing(true);
    },

    /** Opens an item of the list on screen because the person asked for it. */
    open(key: ItemKey): void {
      const { view } = route.store.getState();
      if (view === 'settings') return;
      choose(view, key, 'person');
      route.read(true);
    },

    /** Moves the choice in the list on screen. */
    step(step: Step): void {
      const { view, chosen } = route.store.getState();
      if (view === 'settings') return;
      const key = stepIn(shownIn(view), chosen[view], lastPlace[view], step);
      if (key !== undefined) choose(view, key, 'person');
    },

    /** Selects one row of the inbox more or less, or the stretch from the open one to it. */
    select(key: ItemKey, how: 'stretch' | 'one'): void {
      const { chosen } = route.store.getState();
      if (how === 'one') selection.toggle(key);
      else selection.extendTo(key, chosen.inbox);
    },

    /** Moves the choice in the inbox, and selects what it passes. */
    extend(by: 1 | -1): void {
      const { view, chosen } = route.store.getState();
      if (view !== 'inbox') return;
      const key = stepIn(shownIn(view), chosen.inbox, lastPlace.inbox, { by });
      if (key === undefined) return;
      selection.extendTo(key, chosen.inbox);
      choose('inbox', key, 'person');
    },

    /** Back from the detail to the list, where they replace each other. */
    backToList: () => route.read(false),

    /** After answers that were given together the next that waits opens, should the open one be among them. */
    afterBatch(keys: readonly ItemKey[]): void {
      const { view, chosen } = route.store.getState();
      if (view !== 'inbox' || chosen.inbox === undefined || !keys.includes(chosen.inbox)) return;
      const answered = new Set(keys);
      const next = nextToAnswer(shownIn('inbox'), chosen.inbox, lastPlace.inbox, (key) => answered.has(key));
      if (next !== undefined) choose('inbox', next, 'app');
    },

    /** After an answer the next item that waits opens; with none left, the answered one stays and says how it stands. */
    afterAnswer(key: ItemKey): void {
      const { view, chosen } = route.store.getState();
      if (view !== 'inbox' || chosen.inbox !== key) return;
      const next = nextWaiting(view, key);
      if (next !== undefined) choose(view, next, 'app');
    },

    /** The item goes out of sight, and the next that waits opens; with none left, nothing is open. */
    leaveItem(key: ItemKey): void {
      const { view, chosen } = route.store.getState();
      if ((view !== 'inbox' && view !== 'snoozed') || chosen[view] !== key) return;
      const next = nextWaiting(view, key);
      choose(view, next, 'app');
      if (next === undefined) route.read(false);
    },

    /** Shows an item wherever it is now: in the inbox while it waits, in Snoozed while it is put off, in History after. */
    async showItem(key: ItemKey, confirmAction?: ActionId): Promise<void> {
      showing += 1;
      const mine = showing;
      const reply = await bridge.call('inbox:rows', { keys: [key] });
      const row = reply.ok ? reply.value[0] : undefined;
      if (!row || mine !== showing) return;
      const view: ListView = row.ending ? 'history' : row.marks.snoozedUntil === undefined ? 'inbox' : 'snoozed';
      show(view);
      returning = false;
      reveal(view, key);
      choose(view, key, 'app');
      route.read(true);
      if (confirmAction !== undefined && !row.ending) confirm(key, confirmAction);
    },

    /** Everything that one service ever asked and that is over. */
    showHistoryOf(service: string): void {
      lists.history.search(withFilter('', 'service', service));
      show('history');
      route.read(false);
    },

    /** Shows how an agent asks: the part of Settings that holds the first-start page. */
    showHowToAsk(): void {
      route.goToSection('start');
      show('settings');
    },

    /** Shows only what comes from one service or one account, or again everything. */
    showOnly(kind: FacetName, value: string): void {
      showFiltered('inbox', onlyFilter(lists.inbox.store.getState().search, kind, value, [kind]));
    },

    /** Shows what a search finds in a view. */
    showFiltered,

    /** Shows the accounts: the part of Settings where tokens are entered. */
    showAccounts(): void {
      route.goToSection('accounts');
      show('settings');
    },

    openKey: () => openKey(route.store.getState()),
  };
}
export type Navigation = ReturnType<typeof createNavigation>;
