import type { Inbox } from '#main/inbox/inbox';
import type { Handlers } from '#main/ipc/handle';
import type { NativeDoors } from '#main/native/native-doors';
import { ok } from '#shared/result';

export type WindowHandlerPorts = {
  inbox: Inbox;
  showItem: NativeDoors['showItem'];
  showInbox: () => void;
  /** A composer is so high, in px of its page. */
  fitHeight: (pageId: number, height: number) => void;
};

/** What the small windows ask of the others and of themselves. */
export function windowHandlers({ inbox, showItem, showInbox, fitHeight }: WindowHandlerPorts) {
  return {
    'window:show-item': ({ key, confirmAction }) => {
      const item = inbox.item(key);
      if (!item.ok) return item;
      showItem(key, confirmAction);
      return ok(undefined);
    },
    'window:show-inbox': () => {
      showInbox();
      return ok(undefined);
    },
    'window:fit': ({ height }, pageId) => {
      fitHeight(pageId, height);
      return ok(undefined);
    },
  } satisfies Partial<Handlers>;
}
