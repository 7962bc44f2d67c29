import type { Inbox } from '#main/inbox/inbox';
import type { ComposerRequest } from '#shared/native/composer';
import type { NativeDoors } from './native-doors.ts';

/** Composes in the window: what was typed stands in the action's control, which says itself what is wrong with it. */
export function composeInWindow(inbox: Inbox, showItem: NativeDoors['showItem']): NativeDoors['openComposer'] {
  return (request) => {
    keepTyped(inbox, request);
    showItem(request.key, request.actionId, request.activationToken);
  };
}

/** Keeps what was typed in the item's draft, wherever it is shown next. */
export function keepTyped(inbox: Inbox, { key, actionId, text }: ComposerRequest): void {
  const item = inbox.item(key);
  const action = item.ok ? item.value.notification.actions.find((one) => one.id === actionId) : undefined;
  // A scale's control holds a number, not what was typed.
  if (item.ok && text !== undefined && (action?.response_type === 'text' || action?.response_type === 'number')) {
    const { draft } = item.value;
    inbox.saveDraft(key, { openAction: actionId, inputs: { ...draft.inputs, [actionId]: text } });
  }
}
