import { createStore } from 'zustand/vanilla';
import type { ItemRow } from '#shared/inbox/item';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';

export type MissedState = {
  isOpen: boolean;
  /** The latest of them; undefined until they are read. */
  rows: readonly ItemRow[] | undefined;
  failure: AppError | undefined;
};

const closed: MissedState = { isOpen: false, rows: undefined, failure: undefined };

/** The list behind "While you were away". */
export function createMissedStore(bridge: Bridge) {
  const store = createStore<MissedState>(() => closed);
  let question = 0;

  async function read(): Promise<void> {
    question += 1;
    const mine = question;
    const reply = await bridge.call('inbox:read-missed');
    if (mine !== question || !store.getState().isOpen) return;
    store.setState(reply.ok ? { rows: reply.value, failure: undefined } : { failure: reply.error });
  }

  return {
    store,

    toggle(): void {
      const isOpen = !store.getState().isOpen;
      store.setState(isOpen ? { isOpen } : closed);
      if (isOpen) void read();
    },

    /** How many there are has changed. */
    changed(): void {
      if (store.getState().isOpen) void read();
    },

    /** The person has it before them: it is not said at another start. */
    said: () => void bridge.call('inbox:said-missed'),

    putAway(): void {
      store.setState(closed);
      void bridge.call('inbox:put-missed-away');
    },
  };
}
export type MissedStore = ReturnType<typeof createMissedStore>;
