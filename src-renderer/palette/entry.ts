import type { words } from '#shared/words/words';
import type { KeyHints } from '../keyboard/key-hints.tsx';
import type { Stores } from '../stores/stores.ts';

/** Under which heading an entry stands while nothing was typed; typing brings the best to the top instead. */
export type PaletteGroup = keyof (typeof words)['palette']['groups'];

/** Something that the command palette can do. */
export type PaletteEntry = {
  /** The same for the same thing every time; what was chosen lately is remembered by it. */
  id: string;
  group: PaletteGroup;
  title: string;
  /** Somebody else wrote the title. */
  isForeign?: boolean;
  /** Said beside the title, quietly. Somebody else may have written it. */
  note?: string;
  /** Other words that it is found by. */
  also?: string;
  keys?: readonly string[];
  /** It is what the person has set already. */
  isCurrent?: boolean;
  /** Not remembered among the latest: it is about one question. */
  isPassing?: boolean;
  /** The palette has closed and the focus is where it was before. */
  run: () => void;
};

/**
 * Where entries come from, read once when the palette opens. A new kind of entry is a source of its own, one line in App.tsx:
 * it leaves out what is not possible now.
 */
export type PaletteSource = (stores: Stores, keys: KeyHints) => readonly PaletteEntry[];
