import { createStore } from 'zustand/vanilla';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import { type Heard, hear, nothingHeard } from './announcement-plan.ts';
import type { Clock } from './clock.ts';
import type { ListStore } from './list.ts';

/** What is said at once; each is said once, also when the next one has the same words. */
export type Said = { turn: number; heard: Heard };

/** News is gathered this long, in ms, and then said together: three arrivals are one sentence. */
const gatheredMs = 1_500;
/** More changes than this in one go are counted by nobody's ear: only the first are looked at. */
const mostAtOnce = 200;

type Ports = { bridge: Bridge; clock: Clock; inbox: ListStore; isHidden: () => boolean };

/** Follows what arrives and what ends, for those who hear the page: politely, and never row by row. */
export function createAnnouncements({ bridge, clock, inbox, isHidden }: Ports) {
  const store = createStore<Said>(() => ({ turn: 0, heard: nothingHeard }));
  const changed = new Set<ItemKey>();
  let known: ReadonlySet<ItemKey> = new Set();
  let isGathering = false;

  async function tell(): Promise<void> {
    isGathering = false;
    const keys = [...changed].slice(0, mostAtOnce);
    changed.clear();
    const reply = keys.length > 0 ? await bridge.call('inbox:rows', { keys }) : undefined;
    if (!reply?.ok) return;
    const { known: now, heard } = hear(known, reply.value);
    known = now;
    // Out of sight the system's own notifications speak.
    if (isHidden() || Object.values(heard).every((titles) => titles.length === 0)) return;
    store.setState(({ turn }) => ({ turn: turn + 1, heard }));
  }

  return {
    store,
    start(): void {
      let isFirst = true;
      inbox.store.subscribe(({ phase, order }) => {
        if (!isFirst || phase !== 'ready') return;
        isFirst = false; // what was there before is no news
        known = new Set([...known, ...order.shown, ...order.pending]);
      });
      bridge.on('inbox:changed', ({ keys }) => {
        for (const key of keys ?? []) changed.add(key);
        if (isGathering || changed.size === 0 || isFirst) return;
        isGathering = true;
        clock.at(clock.now() + gatheredMs, () => void tell());
      });
    },
  };
}
export type Announcements = ReturnType<typeof createAnnouncements>;
