import { createStore } from 'zustand/vanilla';
import type { EarlierDecisions } from '#shared/inbox/earlier';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';

export type EarlierState = { key: ItemKey | undefined; earlier: EarlierDecisions | undefined };

/** What was decided before about questions like the open one; read when it opens. */
export function createEarlierStore(bridge: Bridge) {
  const store = createStore<EarlierState>(() => ({ key: undefined, earlier: undefined }));
  return {
    store,
    async read(key: ItemKey | undefined): Promise<void> {
      if (key === store.getState().key) return;
      store.setState({ key, earlier: undefined });
      if (key === undefined) return;
      const reply = await bridge.call('inbox:earlier', { key });
      if (reply.ok && store.getState().key === key) store.setState({ earlier: reply.value });
    },
  };
}
export type EarlierStore = ReturnType<typeof createEarlierStore>;
