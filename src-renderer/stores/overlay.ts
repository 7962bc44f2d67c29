import { createStore } from 'zustand/vanilla';

/** What lies over the page: the sheet of keys, the command palette, and in a narrower window the menu that the sidebar becomes. */
export function createOverlayStore() {
  const store = createStore<{ open: 'none' | 'keys' | 'palette' | 'menu' }>(() => ({ open: 'none' }));
  return {
    store,
    showKeys: () => store.setState({ open: 'keys' }),
    showPalette: () => store.setState({ open: 'palette' }),
    showMenu: () => store.setState({ open: 'menu' }),
    close: () => store.setState({ open: 'none' }),
  };
}
export type OverlayStore = ReturnType<typeof createOverlayStore>;
