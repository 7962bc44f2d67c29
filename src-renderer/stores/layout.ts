import { createStore } from 'zustand/vanilla';

/** `wide`: three columns. `menu`: the sidebar is a menu. `single`: list and detail replace each other (look.md). */
export type LayoutMode = 'wide' | 'menu' | 'single';

/** The layout for a page of this width in px. Larger text zooms the page, which makes it narrower. */
export function layoutFor(width: number): LayoutMode {
  return width >= 980 ? 'wide' : width >= 720 ? 'menu' : 'single';
}

export function createLayoutStore(initial: LayoutMode) {
  return createStore<{ mode: LayoutMode }>(() => ({ mode: initial }));
}
export type LayoutStore = ReturnType<typeof createLayoutStore>;
