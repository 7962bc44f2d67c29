import type { ItemKey } from '#shared/inbox/item-key';
import type { ComposerRequest } from '#shared/native/composer';
import type { ActionId } from '#shared/protocol/ids';

/**
 * The windows that a press on a notification can lead to. `activationToken`: what the window system wants to see before
 * it lets a window come to the front.
 */
export type NativeDoors = {
  raise: (activationToken?: string) => void;
  /** `confirmAction`: goes straight to that action, its confirmation or its control. */
  showItem: (key: ItemKey, confirmAction?: ActionId, activationToken?: string) => void;
  openComposer: (request: ComposerRequest) => void;
};
