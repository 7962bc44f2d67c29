import { type ItemKey, partsOf } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import type { ActionId } from '#shared/protocol/ids';
import { createAboutStore } from './about.ts';
import { createAccountsStore } from './accounts.ts';
import { createAnnouncements } from './announcements.ts';
import { clockOffset, createAppStore } from './app.ts';
import { createBatchStore } from './batch.ts';
import { createBridgesStore } from './bridges.ts';
import type { Clock } from './clock.ts';
import { createCodingAgentsStore } from './coding-agents.ts';
import { createDataCareStore } from './data-care.ts';
import { createDeliveriesStore } from './deliveries.ts';
import { createEarlierStore } from './earlier.ts';
import { createFacetsStore } from './facets.ts';
import { createGuidesStore } from './guides.ts';
import { createHistoryCareStore } from './history-care.ts';
import { createLastDecidedStore } from './last-decided.ts';
import { createLayoutStore, type LayoutMode } from './layout.ts';
import { createListStore } from './list.ts';
import { createMarksStore } from './marks.ts';
import { createMissedStore } from './missed.ts';
import { createNavigation } from './navigation.ts';
import { createNoticesStore } from './notices.ts';
import type { NextFrame } from './once-a-frame.ts';
import { createOpenItemStore } from './open-item.ts';
import { createOverlayStore } from './overlay.ts';
import { createPaletteStore } from './palette.ts';
import { createRouteStore, openKey } from './route.ts';
import { createRowStore } from './rows.ts';
import { createSavedFiltersStore } from './saved-filters.ts';
import { createSelectionStore } from './selection.ts';
import { createServicesStore } from './services.ts';
import { createSight } from './sight.ts';
import { createSnippetStore } from './snippets.ts';
import { createToastStore } from './toasts.ts';
import { createWelcomeStore } from './welcome.ts';
import { createWhereabouts, type PageMemory } from './whereabouts.ts';

export type StorePorts = {
  bridge: Bridge;
  clock: Clock;
  nextFrame: NextFrame;
  isHidden: () => boolean;
  setTimer: (run: () => void, ms: number) => number;
  clearTimer: (timer: number) => void;
  layout: LayoutMode;
  /** Where the page that takes the place of a crashed one looks; a popover has none. */
  memory?: PageMemory | undefined;
};

/** About as many rows as a window shows at the top of a list. */
const rowsOnTop = 24;

/** Makes every store of the page and connects them. Nothing is read before `start`. */
export function createStores(ports: StorePorts) {
  const { bridge, clock, nextFrame, isHidden, setTimer, clearTimer, layout: mode } = ports;
  const app = createAppStore(bridge);
  const route = createRouteStore();
  const layout = createLayoutStore(mode);
  const rows = createRowStore({ bridge, nextFrame });
  const snippets = createSnippetStore({ bridge, nextFrame });
  const serverNow = (key: ItemKey) => clock.now() + clockOffset(app.store.getState().app, partsOf(key).account);
  const listPorts = { bridge, nextFrame, serverNow, isHidden };
  const lists = {
    inbox: createListStore('inbox', listPorts),
    snoozed: createListStore('snoozed', listPorts),
    history: createListStore('history', listPorts),
  };
  const announcements = createAnnouncements({ bridge, clock, inbox: lists.inbox, isHidden });
  const openItem = createOpenItemStore({ bridge, now: clock.now, setTimer, clearTimer });
  const confirm = (key: ItemKey, confirmAction: ActionId) => void openItem.getState().open(key, { confirmAction });
  const selection = createSelectionStore(lists.inbox);
  const navigation = createNavigation({ bridge, route, lists, rows, layout, confirm, selection });
  const marks = createMarksStore({ bridge, clock, app, openItem, navigation, inbox: lists.inbox });
  const onGiven = (keys: readonly ItemKey[]) => navigation.afterBatch(keys);
  const batch = createBatchStore({ bridge, nextFrame, clock, rows, selection, onGiven });
  const toasts = createToastStore({ bridge, clock, rows, isToldElsewhere: batch.follows });
  const savedFilters = createSavedFiltersStore({ bridge, clock, app, lists, navigation });

  function connect(): void {
    for (const { store, view } of Object.values(lists)) {
      store.subscribe(({ arrangements, order }, before) => {
        // Asked for while the new order is drawn, the rows are there in the same frame.
        if (arrangements !== before.arrangements) rows.want(view, order.shown.slice(0, rowsOnTop));
      });
    }
    route.store.subscribe((now, before) => {
      const key = openKey(now);
      if (key === openKey(before)) return;
      if (key === undefined) openItem.getState().close();
      else void openItem.getState().open(key);
    });
    openItem.subscribe((now, before) => {
      const submitted = before.submitting && !now.submitting && now.error === undefined && now.key === before.key;
      if (!submitted || now.item?.answer === undefined) return;
      toasts.answered(now.item.key, now.item.answer);
      navigation.afterAnswer(now.item.key);
    });
  }

  return {
    app,
    route,
    layout,
    rows,
    snippets,
    lists,
    navigation,
    selection,
    batch,
    facets: createFacetsStore({ bridge, lists }),
    savedFilters,
    toasts,
    marks,
    missed: createMissedStore(bridge),
    announcements,
    openItem,
    earlier: createEarlierStore(bridge),
    overlay: createOverlayStore(),
    palette: createPaletteStore({ bridge, rows, nextFrame }),
    lastDecided: createLastDecidedStore({ bridge, rows }),
    services: createServicesStore(bridge),
    accounts: createAccountsStore(bridge),
    bridges: createBridgesStore(bridge),
    deliveries: createDeliveriesStore(bridge),
    welcome: createWelcomeStore(bridge),
    codingAgents: createCodingAgentsStore(bridge),
    guides: createGuidesStore(),
    notices: createNoticesStore(bridge),
    historyCare: createHistoryCareStore({ bridge, setTimer }),
    sight: createSight({ clock, route, openItem }),
    dataCare: createDataCareStore({ bridge, setTimer }),
    about: createAboutStore(bridge),

    start(): void {
      connect();
      rows.start();
      snippets.start();
      for (const list of Object.values(lists)) list.start();
      selection.start();
      batch.start();
      savedFilters.start();
      toasts.start();
      announcements.start();
      navigation.start();
      if (ports.memory) createWhereabouts({ memory: ports.memory, route, lists, navigation }).start();
      void app.start();
    },

    /** Takes the latest snooze back, or the latest answer or batch, and opens its item again, unless the person has gone on. */
    async undo(asked?: ItemKey): Promise<void> {
      const snoozedAt = marks.undoableAt();
      if (asked === undefined && snoozedAt !== undefined && snoozedAt >= toasts.latestHeldAt()) return marks.undo();
      if (asked === undefined && batch.canUndo() && batch.givenAt() >= toasts.latestHeldAt()) return batch.undoAll();
      const key = asked ?? toasts.latestHeld();
      if (key === undefined) return openItem.getState().undo();
      const where = route.store.getState();
      const undone = await toasts.undo(key);
      if (undone && route.store.getState() === where) await navigation.showItem(key);
    },
  };
}
export type Stores = ReturnType<typeof createStores>;
