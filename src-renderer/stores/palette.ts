import { createStore } from 'zustand/vanilla';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import { type NextFrame, onceAFrame } from './once-a-frame.ts';
import type { RowStore } from './rows.ts';

/** As many questions are found for the palette, of the inbox and of History. */
const most = { inbox: 6, history: 3 };

/** The questions that a search finds for the command palette: one search at a time, the latest text last. */
export function createPaletteStore({
  bridge,
  rows,
  nextFrame,
}: {
  bridge: Bridge;
  rows: RowStore;
  nextFrame: NextFrame;
}) {
  const store = createStore<{ keys: readonly ItemKey[] }>(() => ({ keys: [] }));
  let wanted = '';
  let isReading = false;

  const readSoon = onceAFrame(nextFrame, () => {
    if (!isReading) void read();
  });

  async function read(): Promise<void> {
    isReading = true;
    const search = wanted;
    const keys = search === '' ? [] : await keysOf(search);
    isReading = false;
    if (search !== wanted) return readSoon();
    store.setState({ keys });
    rows.want('palette', keys);
  }

  async function keysOf(search: string): Promise<ItemKey[]> {
    const replies = await Promise.all(
      (['inbox', 'history'] as const).map((view) => bridge.call('inbox:order', { view, search, limit: most[view] })),
    );
    return replies.flatMap((reply) => (reply.ok ? reply.value.keys : []));
  }

  return {
    store,
    find(text: string): void {
      const search = text.trim().slice(0, 200);
      if (search === wanted) return;
      wanted = search;
      readSoon();
    },
    stop(): void {
      wanted = '';
      store.setState({ keys: [] });
      rows.want('palette', []);
    },
  };
}
export type PaletteStore = ReturnType<typeof createPaletteStore>;
