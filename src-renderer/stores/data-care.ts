import { createStore } from 'zustand/vanilla';
import { type DataState, isRunning } from '#shared/data/data-work';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError, Result } from '#shared/result';

/** How often work that runs is looked at, in ms. */
const lookEveryMs = 250;

export type DataCareState = DataState & { failure: AppError | undefined };

export type DataCarePorts = { bridge: Bridge; setTimer: (run: () => void, ms: number) => number };

/** Everything that is stored, as a whole: backed up, restored, erased. */
export function createDataCareStore({ bridge, setTimer }: DataCarePorts) {
  const store = createStore<DataCareState>(() => ({ work: { at: 'idle' }, inFlight: 0, failure: undefined }));
  let isLooking = false;

  function take(reply: Result<DataState>): void {
    store.setState(reply.ok ? { ...reply.value, failure: undefined } : { failure: reply.error });
    if (isLooking || !isRunning(store.getState().work)) return;
    isLooking = true;
    setTimer(() => void look(), lookEveryMs);
  }

  async function look(): Promise<void> {
    const reply = await bridge.call('data:read');
    isLooking = false;
    take(reply);
  }

  async function end(channel: 'data:cancel' | 'data:restore'): Promise<void> {
    const reply = await bridge.call(channel);
    if (!reply.ok) store.setState({ failure: reply.error });
    take(await bridge.call('data:read'));
  }

  return {
    store,

    /** How it stands now, also when the page was elsewhere in between. */
    async read(): Promise<void> {
      if (!isLooking) take(await bridge.call('data:read'));
    },

    async backUp(): Promise<void> {
      take(await bridge.call('data:back-up'));
    },

    /** Has a backup chosen and read through. */
    async check(): Promise<void> {
      take(await bridge.call('data:check-backup'));
    },

    /** Ends what runs, or lets go of the backup that was read. */
    cancel: () => end('data:cancel'),

    restore: () => end('data:restore'),

    async erase(): Promise<void> {
      const reply = await bridge.call('data:erase', { confirmed: true });
      if (!reply.ok) store.setState({ failure: reply.error });
      take(await bridge.call('data:read'));
    },
  };
}
export type DataCareStore = ReturnType<typeof createDataCareStore>;
