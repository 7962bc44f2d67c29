import type { ItemKey } from '../inbox/item-key.ts';
import type { ActionId } from '../protocol/ids.ts';

/** What the mini composer is opened with: the text that was refused and why, where it comes from a reply. */
export type ComposerRequest = {
  key: ItemKey;
  actionId: ActionId;
  text?: string | undefined;
  problem?: string | undefined;
  /** What the window system wants to see before it lets a window come to the front. */
  activationToken?: string | undefined;
};
