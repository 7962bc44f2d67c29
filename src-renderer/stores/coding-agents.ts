import { createStore } from 'zustand/vanilla';
import type { CodingAgentName, CodingAgentView, SettingsChanged } from '#shared/agents/coding-agent';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';

/** The change that the person is looking at, from its reading to its outcome. */
export type LookedAt = { agent: CodingAgentName; isRemoval: boolean } & (
  | { at: 'reading' }
  | { at: 'shown' | 'changing' | 'changed'; change: SettingsChanged }
  | { at: 'failed'; error: AppError }
);

export type CodingAgentsState = {
  /** Undefined until they were looked for. */
  agents: CodingAgentView[] | undefined;
  failure: AppError | undefined;
  lookedAt: LookedAt | undefined;
};

/** The coding agents of this computer, and letting them ask here. */
export function createCodingAgentsStore(bridge: Bridge) {
  const store = createStore<CodingAgentsState>(() => ({ agents: undefined, failure: undefined, lookedAt: undefined }));

  async function read(): Promise<void> {
    const reply = await bridge.call('agents:list');
    store.setState(reply.ok ? { agents: reply.value, failure: undefined } : { failure: reply.error });
  }

  /** What comes back counts only while the same change is still looked at. */
  function settle(asked: LookedAt, next: LookedAt): void {
    if (store.getState().lookedAt === asked) store.setState({ lookedAt: next });
  }

  return {
    store,
    read,

    /** Shows what setting an agent up, or taking that back, would change. */
    async lookAt(agent: CodingAgentName, isRemoval: boolean): Promise<void> {
      const asked: LookedAt = { agent, isRemoval, at: 'reading' };
      store.setState({ lookedAt: asked });
      const reply = await bridge.call('agents:preview', { agent, isRemoval });
      const known = { agent, isRemoval };
      settle(
        asked,
        reply.ok ? { ...known, at: 'shown', change: reply.value } : { ...known, at: 'failed', error: reply.error },
      );
    },

    /** Makes the change that is shown. */
    async change(): Promise<void> {
      const shown = store.getState().lookedAt;
      if (shown?.at !== 'shown') return;
      const { agent, isRemoval, change } = shown;
      const asked: LookedAt = { ...shown, at: 'changing' };
      store.setState({ lookedAt: asked });
      const reply = await bridge.call('agents:change', { agent, isRemoval, diff: change.diff });
      const known = { agent, isRemoval };
      settle(
        asked,
        reply.ok ? { ...known, at: 'changed', change: reply.value } : { ...known, at: 'failed', error: reply.error },
      );
      await read();
    },

    close: () => store.setState({ lookedAt: undefined }),
  };
}
export type CodingAgentsStore = ReturnType<typeof createCodingAgentsStore>;
