import { createStore } from 'zustand/vanilla';
import type { ExportFormat } from '#shared/history/export-row';
import type { HistoryFilter, Verification } from '#shared/history/verdict';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';

/** How often a verification that runs is looked at, in ms. */
const lookEveryMs = 250;

export type Export = { at: 'idle' | 'running' } | { at: 'done'; decisions: number } | { at: 'failed'; error: AppError };

export type HistoryCareState = { verification: Verification; failure: AppError | undefined; export: Export };

export type HistoryCarePorts = { bridge: Bridge; setTimer: (run: () => void, ms: number) => number };

/** The history as a whole: exported, and verified. */
export function createHistoryCareStore({ bridge, setTimer }: HistoryCarePorts) {
  const store = createStore<HistoryCareState>(() => ({
    verification: { at: 'idle' },
    failure: undefined,
    export: { at: 'idle' },
  }));
  let isLooking = false;

  async function look(channel: 'history:verify' | 'history:read-verification'): Promise<void> {
    isLooking = true;
    const reply = await bridge.call(channel);
    isLooking = false;
    store.setState(reply.ok ? { verification: reply.value, failure: undefined } : { failure: reply.error });
    if (!reply.ok || reply.value.at !== 'running') return;
    isLooking = true;
    setTimer(() => void look('history:read-verification'), lookEveryMs);
  }

  return {
    store,

    /** What was found before, or is being done, while the page was elsewhere. */
    async read(): Promise<void> {
      if (!isLooking) await look('history:read-verification');
    },

    async verify(): Promise<void> {
      if (!isLooking) await look('history:verify');
    },

    stopVerifying(): void {
      void bridge.call('history:stop-verifying');
    },

    /** Writes what a list shows, or without a filter everything. */
    async export(format: ExportFormat, filter?: HistoryFilter): Promise<void> {
      if (store.getState().export.at === 'running') return;
      store.setState({ export: { at: 'running' } });
      const reply = await bridge.call('history:export', filter === undefined ? { format } : { format, filter });
      if (!reply.ok) store.setState({ export: { at: 'failed', error: reply.error } });
      else {
        const { decisions } = reply.value;
        store.setState({ export: decisions === undefined ? { at: 'idle' } : { at: 'done', decisions } });
      }
    },

    /** Another page is shown: what was exported is said no more. */
    forgetExport(): void {
      if (store.getState().export.at !== 'running') store.setState({ export: { at: 'idle' } });
    },
  };
}
export type HistoryCareStore = ReturnType<typeof createHistoryCareStore>;
