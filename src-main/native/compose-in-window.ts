import type { Inbox } from '#main/inbox/inbox';
import type { ComposerRequest } from '#shared/native/composer';
import type { NativeDoors } from './native-doors.ts';

/** Composes in the window: what was typed stands in the action's control, which says itself what is wrong with it. */
export function composeInWindow(inbox: Inbox, showItem: NativeDoors['showItem']): NativeDoors['openComposer'] {
  return ({ key, actionId, text, activationToken }: ComposerRequest) => {
    const item = inbox.item(key);
    const action = item.ok ? item.value.notification.actions.find((one) => one.id === actionId) : undefined;
    // A scale's control holds a number, not what was typed.
    if (item.ok && text !== undefined && (action?.response_type === 'text' || action?.response_type === 'number')) {
      const { draft } = item.value;
      inbox.saveDraft(key, { openAction: actionId, inputs: { ...draft.inputs, [actionId]: text } });
    }
    showItem(key, actionId, activationToken);
  };
}
