import { createStore } from 'zustand/vanilla';
import type { words } from '#shared/words/words';

/** The pages of docs/ that the app shows, by the names of their files. */
export type GuideName = keyof typeof words.agents.guide;

export type GuidesState = { open: { name: GuideName; text: string | undefined; isFailed: boolean } | undefined };

/** The pages come with the app, each as a piece that is read when it is asked for. */
const pages = import.meta.glob<string>('../../docs/*.md', { query: '?raw', import: 'default' });

/** How to ask from elsewhere: a page to read. */
export function createGuidesStore() {
  const store = createStore<GuidesState>(() => ({ open: undefined }));
  return {
    store,

    async read(name: GuideName): Promise<void> {
      const opened = { name, text: undefined, isFailed: false };
      store.setState({ open: opened });
      const text = await pages[`../../docs/${name}.md`]?.().catch(() => undefined);
      if (store.getState().open !== opened) return;
      store.setState({ open: { name, text, isFailed: text === undefined } });
    },

    close: () => store.setState({ open: undefined }),
  };
}
export type GuidesStore = ReturnType<typeof createGuidesStore>;
