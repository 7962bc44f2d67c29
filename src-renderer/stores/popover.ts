import type { Bridge } from '#shared/ipc/contract';
import { openKey, type RouteStore } from './route.ts';

export type PopoverPorts = {
  bridge: Bridge;
  route: RouteStore;
  /** Hides the window. */
  hide: () => void;
};

/** What the popover does besides being the inbox in narrow form. */
export function createPopover({ bridge, route, hide }: PopoverPorts) {
  return {
    hide,

    /** Whether Escape has something to leave before it hides the window. */
    isReading: () => route.store.getState().reading,

    /** Goes on in the full window, at the question that is being read. */
    async openInWindow(): Promise<void> {
      const now = route.store.getState();
      const key = now.reading ? openKey(now) : undefined;
      const reply = key ? await bridge.call('window:show-item', { key }) : await bridge.call('window:show-inbox');
      if (reply.ok) hide();
    },
  };
}
export type Popover = ReturnType<typeof createPopover>;
