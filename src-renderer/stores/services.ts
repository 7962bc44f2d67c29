import { createStore } from 'zustand/vanilla';
import type { Bridge, IpcArgs } from '#shared/ipc/contract';
import type { ServiceId } from '#shared/protocol/ids';
import type { ServiceListing } from '#shared/protocol/service';
import type { AppError, Result } from '#shared/result';

export type NewService = IpcArgs<'services:register'>;

/** A new key, with the secret when its service is new as well. */
export type Issued = { name: string; apiKey: string; webhookSecret: string | undefined };

export type ServicesState = {
  services: readonly ServiceListing[] | undefined;
  failure: AppError | undefined;
  registration: { at: 'idle' } | { at: 'sending' } | { at: 'refused'; error: AppError };
  /** Keys just made that the person has not put away yet. They are shown this once and kept nowhere else. */
  issued: readonly Issued[];
  callback: { serviceId: ServiceId; state: 'saving' | 'saved' | AppError } | undefined;
  /** The latest change to a service's standing: under way, refused, or a new key that went to its file. */
  act: { serviceId: ServiceId; state: 'doing' | 'key-in-file' | AppError } | undefined;
};

/** The services registered at the server of this computer. */
export function createServicesStore(bridge: Bridge) {
  const store = createStore<ServicesState>(() => ({
    services: undefined,
    failure: undefined,
    registration: { at: 'idle' },
    issued: [],
    callback: undefined,
    act: undefined,
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

  const issue = (one: Issued) => store.setState(({ issued }) => ({ issued: [...issued, one] }));

  /** One change at a time, so that none overtakes another. Answers what came back, or nothing when it was refused. */
  async function act<T>(serviceId: ServiceId, run: () => Promise<Result<T>>): Promise<{ value: T } | undefined> {
    if (store.getState().act?.state === 'doing') return undefined;
    store.setState({ act: { serviceId, state: 'doing' } });
    const reply = await run();
    store.setState({ act: reply.ok ? undefined : { serviceId, state: reply.error } });
    return reply.ok ? { value: reply.value } : undefined;
  }
  const changeStanding =
    (channel: 'services:suspend' | 'services:resume' | 'services:revoke') =>
    async (serviceId: ServiceId): Promise<boolean> => {
      const done = await act(serviceId, () => bridge.call(channel, { serviceId }));
      // Refused or not: what is shown is what the server says now.
      await read();
      return done !== undefined;
    };

  return {
    store,
    read,

    /** Ends the key that a service has and shows its new one, unless that went to a file. */
    async rotateKey({ service_id: serviceId, name }: Pick<ServiceListing, 'service_id' | 'name'>): Promise<boolean> {
      const done = await act(serviceId, () => bridge.call('services:rotate-key', { serviceId }));
      if (done) {
        const { apiKey } = done.value;
        if (apiKey === null) store.setState({ act: { serviceId, state: 'key-in-file' } });
        else issue({ name, apiKey, webhookSecret: undefined });
      }
      await read();
      return done !== undefined;
    },
    suspend: changeStanding('services:suspend'),
    resume: changeStanding('services:resume'),
    revoke: changeStanding('services:revoke'),

    /** Registers a service; answers whether the server took it. */
    async register(service: NewService): Promise<boolean> {
      store.setState({ registration: { at: 'sending' } });
      const reply = await bridge.call('services:register', service);
      if (!reply.ok) {
        store.setState({ registration: { at: 'refused', error: reply.error } });
        return false;
      }
      const issued = {
        name: service.name,
        apiKey: reply.value.api_key,
        webhookSecret: reply.value.webhook_secret,
      };
      store.setState({ registration: { at: 'idle' } });
      issue(issued);
      await read();
      return true;
    },

    forgetRefusal: () => store.setState({ registration: { at: 'idle' } }),
    /** The person has put this key away somewhere safe. */
    forgetIssued: (apiKey: string) =>
      store.setState(({ issued }) => ({ issued: issued.filter((one) => one.apiKey !== apiKey) })),

    async setCallback(serviceId: ServiceId, callbackUrl: string): Promise<boolean> {
      store.setState({ callback: { serviceId, state: 'saving' } });
      const reply = await bridge.call('services:set-callback', { serviceId, callbackUrl });
      store.setState({ callback: { serviceId, state: reply.ok ? 'saved' : reply.error } });
      if (reply.ok) await read();
      return reply.ok;
    },
    forgetAct: () => store.setState({ act: undefined }),
    forgetCallback: () => store.setState({ callback: undefined }),

    async copyLocalKey(): Promise<boolean> {
      return (await bridge.call('services:copy-local-key')).ok;
    },
  };
}
export type ServicesStore = ReturnType<typeof createServicesStore>;
