import { createStore } from 'zustand/vanilla';
import type { Bridge, IpcArgs } from '#shared/ipc/contract';
import type { ServiceId } from '#shared/protocol/ids';
import type { RegisterServiceReply, ServiceListing } from '#shared/protocol/service';
import type { AppError } from '#shared/result';

export type NewService = IpcArgs<'services:register'>;

export type ServicesState = {
  services: readonly ServiceListing[] | undefined;
  failure: AppError | undefined;
  registration: { at: 'idle' } | { at: 'sending' } | { at: 'refused'; error: AppError };
  /** The key and secret of the service just registered. They are shown this once and kept nowhere. */
  issued: (RegisterServiceReply & { name: string }) | undefined;
  callback: { serviceId: ServiceId; state: 'saving' | 'saved' | AppError } | undefined;
};

/** The services registered at the server of this computer. */
export function createServicesStore(bridge: Bridge) {
  const store = createStore<ServicesState>(() => ({
    services: undefined,
    failure: undefined,
    registration: { at: 'idle' },
    issued: undefined,
    callback: undefined,
  }));
  let question = 0;

  async function read(): Promise<void> {
    question += 1;
    const mine = question;
    const reply = await bridge.call('services:list');
    if (mine !== question) return;
    if (reply.ok) store.setState({ services: reply.value, failure: undefined });
    else store.setState({ failure: reply.error });
  }

  return {
    store,
    read,

    /** Registers a service; answers whether the server took it. */
    async register(service: NewService): Promise<boolean> {
      store.setState({ registration: { at: 'sending' } });
      const reply = await bridge.call('services:register', service);
      if (!reply.ok) {
        store.setState({ registration: { at: 'refused', error: reply.error } });
        return false;
      }
      store.setState({ registration: { at: 'idle' }, issued: { ...reply.value, name: service.name } });
      await read();
      return true;
    },

    forgetRefusal: () => store.setState({ registration: { at: 'idle' } }),
    /** The person has put the key away somewhere safe, or left the page. */
    forgetIssued: () => store.setState({ issued: undefined }),

    async setCallback(serviceId: ServiceId, callbackUrl: string): Promise<boolean> {
      store.setState({ callback: { serviceId, state: 'saving' } });
      const reply = await bridge.call('services:set-callback', { serviceId, callbackUrl });
      store.setState({ callback: { serviceId, state: reply.ok ? 'saved' : reply.error } });
      if (reply.ok) await read();
      return reply.ok;
    },
    forgetCallback: () => store.setState({ callback: undefined }),

    async copyLocalKey(): Promise<boolean> {
      return (await bridge.call('services:copy-local-key')).ok;
    },
  };
}
export type ServicesStore = ReturnType<typeof createServicesStore>;
