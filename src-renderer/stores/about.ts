import { createStore } from 'zustand/vanilla';
import type { Licence, Versions } from '#shared/about/about';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';

export type AboutState = {
  versions: Versions | undefined;
  /** Undefined until they were asked for. */
  licences: readonly Licence[] | undefined;
  failure: AppError | undefined;
};

/** What the app is made of, and what helps to find its faults. */
export function createAboutStore(bridge: Bridge) {
  const store = createStore<AboutState>(() => ({ versions: undefined, licences: undefined, failure: undefined }));

  return {
    store,

    async read(): Promise<void> {
      const reply = await bridge.call('about:read');
      if (reply.ok) store.setState({ versions: reply.value });
    },

    async readLicences(): Promise<void> {
      if (store.getState().licences) return;
      const reply = await bridge.call('about:read-licences');
      store.setState(reply.ok ? { licences: reply.value, failure: undefined } : { failure: reply.error });
    },

    async openLogs(): Promise<void> {
      const reply = await bridge.call('about:open-logs');
      store.setState({ failure: reply.ok ? undefined : reply.error });
    },

    /** Returns whether it worked. */
    async copyDiagnostics(): Promise<boolean> {
      return (await bridge.call('about:copy-diagnostics')).ok;
    },
  };
}
export type AboutStore = ReturnType<typeof createAboutStore>;
