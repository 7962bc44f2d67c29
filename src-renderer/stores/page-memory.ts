import type { PageMemory } from './whereabouts.ts';

const name = 'whereabouts';

/** The session storage of this window: the page that is loaded after a crash still has it. */
export function sessionMemory(storage: Storage): PageMemory {
  return {
    read: () => storage.getItem(name) ?? undefined,
    write: (text) => storage.setItem(name, text),
  };
}
