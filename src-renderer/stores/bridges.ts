import { createStore } from 'zustand/vanilla';
import type { IpcArgs, Bridge as IpcBridge } from '#shared/ipc/contract';
import type { BridgeListing, BridgeToken } from '#shared/protocol/bridge';
import type { AppError } from '#shared/result';

export type NewBridge = IpcArgs<'bridges:register'>;

/** A token just made; with the address and the secret when its bridge is new as well. */
export type IssuedToken = Pick<BridgeListing, 'name' | 'webhook_url'> &
  BridgeToken & { isNew: boolean; signing_secret: string | undefined };

export type BridgesState = {
  bridges: readonly BridgeListing[] | undefined;
  failure: AppError | undefined;
  registration: { at: 'idle' } | { at: 'sending' } | { at: 'refused'; error: AppError };
  /** Tokens just made that the person has not put away yet. They are shown this once and kept nowhere else. */
  issued: readonly IssuedToken[];
  /** Why the latest change to a bridge was refused. */
  refusal: { bridgeId: string; error: AppError } | undefined;
};

/** The bridges of the server of this computer. */
export function createBridgesStore(bridge: IpcBridge) {
  const store = createStore<BridgesState>(() => ({
    bridges: undefined,
    failure: undefined,
    registration: { at: 'idle' },
    issued: [],
    refusal: undefined,
  }));
  let question = 0;

  async function read(): Promise<void> {
    question += 1;
    const mine = question;
    const reply = await bridge.call('bridges:list');
    if (mine !== question) return;
    if (reply.ok) store.setState({ bridges: reply.value, failure: undefined });
    else store.setState({ failure: reply.error });
  }

  const issue = (one: IssuedToken) => store.setState(({ issued }) => ({ issued: [...issued, one] }));

  return {
    store,
    read,

    /** Registers a bridge; answers whether the server took it. */
    async register(form: NewBridge): Promise<boolean> {
      store.setState({ registration: { at: 'sending' } });
      const reply = await bridge.call('bridges:register', form);
      if (!reply.ok) {
        store.setState({ registration: { at: 'refused', error: reply.error } });
        return false;
      }
      const { name, webhook_url, token, token_header, signing_secret } = reply.value;
      store.setState({ registration: { at: 'idle' } });
      issue({ name, webhook_url, token, token_header, signing_secret, isNew: true });
      await read();
      return true;
    },
    forgetRefusal: () => store.setState({ registration: { at: 'idle' }, refusal: undefined }),

    async rotate({ bridge_id: bridgeId, name, webhook_url }: BridgeListing): Promise<void> {
      const reply = await bridge.call('bridges:rotate-token', { bridgeId });
      if (reply.ok) issue({ name, webhook_url, ...reply.value, signing_secret: undefined, isNew: false });
      store.setState({ refusal: reply.ok ? undefined : { bridgeId, error: reply.error } });
    },

    /** Answers whether it is gone. */
    async remove(bridgeId: string): Promise<boolean> {
      const reply = await bridge.call('bridges:remove', { bridgeId });
      store.setState({ refusal: reply.ok ? undefined : { bridgeId, error: reply.error } });
      await read();
      return reply.ok;
    },

    /** The person has put this token away somewhere safe. */
    forgetIssued: (token: string) =>
      store.setState(({ issued }) => ({ issued: issued.filter((one) => one.token !== token) })),
  };
}
