import { createStore } from 'zustand/vanilla';
import type { ItemKey } from '#shared/inbox/item-key';
import type { FoundCount } from '#shared/inbox/search/found';
import { searchLimit } from '#shared/inbox/search/query';
import { admitPending, mergeOrder, nothingShown, type ShownOrder } from '#shared/inbox/shown-order';
import { type Section, sectionOf } from '#shared/inbox/urgency';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';
import { dayOf, entriesOf, inboxSections, type ListEntry } from './list-entries.ts';
import { type NextFrame, onceAFrame } from './once-a-frame.ts';
import type { ListView } from './route.ts';

export type ListState = {
  /** What it is searched for and filtered by (src-shared/inbox/search). */
  search: string;
  phase: 'loading' | 'ready' | 'failed';
  failure: AppError | undefined;
  order: ShownOrder;
  /** What is known of a search beside its keys. */
  found: FoundCount | undefined;
  entries: readonly ListEntry[];
  /** How often the list took its true order: it starts at its top then. */
  arrangements: number;
};

export type ListPorts = {
  bridge: Bridge;
  nextFrame: NextFrame;
  /** The time at the server of an item, in ms. */
  serverNow: (key: ItemKey) => number;
  /** Whether nobody can see the page, so that no row moves before anyone's eyes. */
  isHidden: () => boolean;
};

const nothing: Pick<ListState, 'order' | 'entries'> = { order: nothingShown, entries: [] };

/** The order of one list: all ids and their times; the rows come from the row store as they come on screen. */
export function createListStore(view: ListView, { bridge, nextFrame, serverNow, isHidden }: ListPorts) {
  const store = createStore<ListState>(() => ({
    search: '',
    phase: 'loading',
    failure: undefined,
    arrangements: 0,
    found: undefined,
    ...nothing,
  }));
  let latest: readonly ItemKey[] = [];
  let times = new Map<ItemKey, number | null>();
  let pinned: ReadonlySet<ItemKey> = new Set();
  let sections = new Map<ItemKey, Section>();
  let showing = false;
  let steady = false;
  let question = 0;
  let reading = false;
  let changedMeanwhile = false;
  let changedUnseen = false;

  /** Reads the order. `fresh` takes it as it is; otherwise rows on screen keep their places. */
  async function read(fresh: boolean): Promise<void> {
    question += 1;
    const mine = question;
    reading = true;
    changedMeanwhile = false;
    const takeAsIs = fresh || changedUnseen;
    changedUnseen = false;
    const { search } = store.getState();
    const reply = await bridge.call('inbox:order', { view, search });
    if (mine !== question) return;
    reading = false;
    if (reply.ok) {
      latest = reply.value.keys;
      times = new Map(latest.map((key, index) => [key, reply.value.times[index] ?? null]));
      pinned = new Set(latest.slice(0, reply.value.pinned ?? 0));
      arrange(takeAsIs || (view !== 'inbox' && !steady));
      store.setState({ phase: 'ready', failure: undefined, found: reply.value.found });
    } else {
      store.setState({ phase: 'failed', failure: reply.error });
    }
    if (changedMeanwhile) readSoon();
  }

  function arrange(fresh: boolean): void {
    if (fresh) sections = new Map();
    const order = fresh ? admitPending(latest) : mergeOrder(store.getState().order, latest);
    const entries = entriesOf(order.shown, grouping(order.shown));
    store.setState(({ arrangements }) => ({ order, entries, arrangements: arrangements + (fresh ? 1 : 0) }));
  }

  function grouping(shown: readonly ItemKey[]): (key: ItemKey) => string {
    if (view !== 'inbox') return (key) => dayOf(times.get(key) ?? 0);
    const sectionNow = (key: ItemKey) =>
      pinned.has(key) ? 'pinned' : sectionOf(times.get(key) ?? undefined, serverNow(key));
    sections = inboxSections(shown, sections, sectionNow);
    return (key) => sections.get(key) ?? 'waiting';
  }

  /** At most one reading is out: what changes meanwhile is read after it. */
  const readSoon = onceAFrame(nextFrame, () => {
    if (showing && !reading) return read(false);
    changedMeanwhile = showing;
    return undefined;
  });

  const readFresh = onceAFrame(nextFrame, () => {
    if (showing) void read(true);
  });

  return {
    store,
    view,

    start(): void {
      bridge.on('inbox:changed', () => {
        changedUnseen ||= isHidden();
        readSoon();
      });
    },

    /** Told when the list comes on screen and when it leaves; it returns in its true order. */
    setShowing(now: boolean): void {
      if (now === showing) return;
      showing = now;
      if (showing) void read(true);
    },

    /** Told when the person is in the middle of the list: rows stay where they are then, in History too. */
    setSteady(now: boolean): void {
      steady = now;
    },

    /** Searches and filters; an empty text shows everything again. */
    search(text: string): void {
      store.setState({ search: text.slice(0, searchLimit) });
      readFresh();
    },

    /** Brings in what waits behind "N new". */
    admit: () => arrange(true),

    retry: () => void read(true),
  };
}
export type ListStore = ReturnType<typeof createListStore>;
