import { createStore } from 'zustand/vanilla';
import type { Bridge, IpcResult } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';

export type WelcomeState = {
  command: IpcResult<'welcome:command'> | undefined;
  commandFailure: AppError | undefined;
  samples: { at: 'idle' } | { at: 'sending' } | { at: 'sent'; sent: number } | { at: 'failed'; error: AppError };
};

/** The first-start page: how a script asks, and samples that come the same way. */
export function createWelcomeStore(bridge: Bridge) {
  const store = createStore<WelcomeState>(() => ({
    command: undefined,
    commandFailure: undefined,
    samples: { at: 'idle' },
  }));
  return {
    store,

    /** Reads the command; it names the server's address, so it is read anew when that changes. */
    async readCommand(): Promise<void> {
      const reply = await bridge.call('welcome:command');
      if (reply.ok) store.setState({ command: reply.value, commandFailure: undefined });
      else store.setState({ commandFailure: reply.error });
    },

    async copyCommand(): Promise<boolean> {
      return (await bridge.call('welcome:copy-command')).ok;
    },

    async sendSamples(): Promise<void> {
      if (store.getState().samples.at === 'sending') return;
      store.setState({ samples: { at: 'sending' } });
      const reply = await bridge.call('welcome:send-samples');
      store.setState({
        samples: reply.ok ? { at: 'sent', sent: reply.value.sent } : { at: 'failed', error: reply.error },
      });
    },
  };
}
export type WelcomeStore = ReturnType<typeof createWelcomeStore>;
