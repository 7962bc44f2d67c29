import type { keys as english } from '../english/keys.ts';

export const keys: typeof english = {
  ctrl: 'Strg',
  escape: 'esc',
  pageDown: 'Bild ↓',
  pageUp: 'Bild ↑',
  home: 'Pos1',
  end: 'Ende',
};
