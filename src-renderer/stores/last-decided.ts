import { createStore } from 'zustand/vanilla';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Bridge } from '#shared/ipc/contract';
import type { RowStore } from './rows.ts';

/** The item that ended last: what an empty inbox can still show. */
export function createLastDecidedStore({ bridge, rows }: { bridge: Bridge; rows: RowStore }) {
  const store = createStore<{ key: ItemKey | undefined }>(() => ({ key: undefined }));
  let question = 0;
  return {
    store,
    async read(): Promise<void> {
      question += 1;
      const mine = question;
      const reply = await bridge.call('inbox:order', { view: 'history', search: '', limit: 1 });
      if (mine !== question || !reply.ok) return;
      const key = reply.value.keys[0];
      store.setState({ key });
      rows.want('last-decided', key === undefined ? [] : [key]);
    },
    stop(): void {
      question += 1;
      rows.want('last-decided', []);
    },
  };
}
export type LastDecidedStore = ReturnType<typeof createLastDecidedStore>;
