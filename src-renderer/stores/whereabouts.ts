import { z } from 'zod';
import { ItemKey } from '#shared/inbox/item-key';
import type { ListStore } from './list.ts';
import type { Navigation } from './navigation.ts';
import type { ListView, RouteStore, View } from './route.ts';

/** A place that outlives the page, but not the window: the browser's session storage. */
export type PageMemory = { read(): string | undefined; write(text: string): void };

const Whereabouts = z.object({
  view: z.string(),
  /** The item that each list has chosen, and what it is searched for. */
  chosen: z.record(z.string(), ItemKey),
  search: z.record(z.string(), z.string()),
  reading: z.boolean(),
});
type Whereabouts = z.infer<typeof Whereabouts>;

type Ports = { memory: PageMemory; route: RouteStore; lists: Record<ListView, ListStore>; navigation: Navigation };

/** Should the page crash, the one that takes its place shows what the person had before them (guarantees.md, R22). */
export function createWhereabouts({ memory, route, lists, navigation }: Ports) {
  const all = Object.values(lists);
  const views: readonly View[] = [...all.map((list) => list.view), 'settings'];

  function goBack({ view, chosen, search, reading }: Whereabouts): void {
    for (const list of all) {
      const sought = search[list.view];
      if (sought) list.search(sought);
      route.choose(list.view, chosen[list.view], 'app');
    }
    const shown = views.find((one) => one === view);
    if (shown) navigation.show(shown);
    route.read(reading);
  }

  function remember(): void {
    const { view, chosen, reading } = route.store.getState();
    const search = Object.fromEntries(all.map((list) => [list.view, list.store.getState().search]));
    // What is undefined has no place in JSON.
    memory.write(JSON.stringify({ view, chosen, search, reading }));
  }

  return {
    /** Goes back to where the last page was, and from then on remembers. */
    start(): void {
      const was = parsed(memory.read());
      if (was) goBack(was);
      route.store.subscribe(remember);
      for (const list of all) {
        list.store.subscribe((now, before) => {
          if (now.search !== before.search) remember();
        });
      }
    },
  };
}

function parsed(text: string | undefined): Whereabouts | undefined {
  if (text === undefined) return undefined;
  try {
    return Whereabouts.parse(JSON.parse(text));
  } catch {
    return undefined; // written by another version, or not whole
  }
}
