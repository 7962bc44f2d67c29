import { createStore } from 'zustand/vanilla';
import type { Bridge, IpcEvents } from '#shared/ipc/contract';
import { createAppStore } from './app.ts';
import type { Clock } from './clock.ts';
import { createOpenItemStore } from './open-item.ts';

export type ComposerPorts = {
  bridge: Bridge;
  clock: Clock;
  setTimer: (run: () => void, ms: number) => number;
  clearTimer: (timer: number) => void;
  /** Closes the window. */
  close: () => void;
};

export type ComposerState = {
  /** Undefined until the main process has said what is to be answered. */
  request: IpcEvents['composer:compose'] | undefined;
  /** Why a reply was refused, until the person has changed something. */
  problem: string | undefined;
};

/** How long a window with nothing typed in it says that its question is over before it goes, in ms. */
const farewellMs = 8_000;

/** The stores of a composer: one item, one of its actions, and the end of the window once it is answered. */
export function createComposerStores({ bridge, clock, setTimer, clearTimer, close }: ComposerPorts) {
  const app = createAppStore(bridge);
  const openItem = createOpenItemStore({ bridge, now: clock.now, setTimer, clearTimer });
  const store = createStore<ComposerState>(() => ({ request: undefined, problem: undefined }));
  let farewell: number | undefined;

  async function compose(request: IpcEvents['composer:compose']): Promise<void> {
    store.setState({ request, problem: request.problem });
    await openItem.getState().open(request.key, { confirmAction: request.actionId });
    const { item, draft } = openItem.getState();
    const action = item?.notification.actions.find((one) => one.id === request.actionId);
    const holdsText = action?.response_type === 'text' || action?.response_type === 'number';
    if (request.text !== undefined && holdsText && draft.inputs[request.actionId] !== request.text) {
      openItem.getState().setInput(request.actionId, request.text);
    }
    store.setState({ problem: request.problem }); // what was just put there is what was refused
  }

  return {
    app,
    openItem,
    store,

    start(): void {
      bridge.on('composer:compose', (request) => void compose(request));
      openItem.subscribe((now, before) => {
        if (now.draft !== before.draft && now.key === before.key) store.setState({ problem: undefined });
        const isSent =
          before.submitting && !now.submitting && now.error === undefined && now.item?.answer !== undefined;
        if (isSent) close();
        const isOver = now.item?.ending !== undefined && Object.keys(now.draft.inputs).length === 0;
        if (isOver) farewell ??= setTimer(close, farewellMs);
        else if (farewell !== undefined) {
          clearTimer(farewell);
          farewell = undefined;
        }
      });
      void app.start();
    },

    /** Closes the window; what was typed is kept with the question. */
    leave(): void {
      openItem.getState().flushDraft();
      close();
    },

    /** Goes on in the full window. */
    async openInInbox(): Promise<void> {
      const { request } = store.getState();
      if (!request) return;
      openItem.getState().flushDraft();
      const { key, actionId } = request;
      const reply = await bridge.call('window:show-item', { key, confirmAction: actionId });
      if (reply.ok) close();
    },

    /** The window takes the height of what it shows, in px. */
    fit(height: number): void {
      void bridge.call('window:fit', { height });
    },
  };
}
export type ComposerStores = ReturnType<typeof createComposerStores>;
