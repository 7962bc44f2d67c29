import { createStore } from 'zustand/vanilla';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import { type NextFrame, onceAFrame } from './once-a-frame.ts';

/** As many as one call may ask for (the contract's limit). */
const keysPerCall = 200;

export type SnippetsState = { search: string; texts: ReadonlyMap<ItemKey, string> };

/** Where the search of the list on screen found its words beyond the titles: read for the rows that are drawn, once each. */
export function createSnippetStore({ bridge, nextFrame }: { bridge: Bridge; nextFrame: NextFrame }) {
  const store = createStore<SnippetsState>(() => ({ search: '', texts: new Map() }));
  const asked = new Set<ItemKey>();
  let wanted: readonly ItemKey[] = [];

  const readMissing = onceAFrame(nextFrame, () => {
    const missing = wanted.filter((key) => !asked.has(key)).slice(0, keysPerCall);
    if (missing.length > 0) void read(missing);
  });

  async function read(keys: ItemKey[]): Promise<void> {
    const { search } = store.getState();
    for (const key of keys) asked.add(key);
    const reply = await bridge.call('inbox:snippets', { search, keys });
    if (search !== store.getState().search || !reply.ok) return;
    const texts = new Map(store.getState().texts);
    for (const { key, text } of reply.value) texts.set(key, text);
    store.setState({ texts });
  }

  return {
    store,

    start(): void {
      bridge.on('inbox:changed', ({ keys }) => {
        if (keys === null) asked.clear();
        else for (const key of keys) asked.delete(key);
      });
    },

    /** Says which rows of which search are drawn; none while nothing is searched for. */
    want(search: string, keys: readonly ItemKey[]): void {
      if (search !== store.getState().search) {
        asked.clear();
        store.setState({ search, texts: new Map() });
      }
      wanted = search === '' ? [] : keys;
      if (wanted.some((key) => !asked.has(key))) readMissing();
    },
  };
}
export type SnippetStore = ReturnType<typeof createSnippetStore>;
