import type { Draft } from '#shared/inbox/draft';
import type { ItemDetail } from '#shared/inbox/item';
import type { Action } from '#shared/protocol/action';
import { isOpen } from '#shared/protocol/lifecycle';
import { isReadableVersion, type OfferedAction } from '#shared/protocol/notification';
import { controlOf } from './registry.tsx';

export function isAnswerable(action: OfferedAction): action is Action {
  return action.response_type !== 'unanswerable';
}

/** Whether an item takes an answer of this person now: open, understood, and none of theirs on its way. */
export function takesAnswer(item: ItemDetail): boolean {
  const underWay = item.answer !== undefined && item.answer.state !== 'returned';
  return isReadableVersion(item.notification.version) && isOpen(item.status) && item.ending === undefined && !underWay;
}

/** The action whose control is shown: the only one if it asks for a value, or the one that the person opened. */
export function shownAction(item: ItemDetail, draft: Draft): Action | undefined {
  const actions = item.notification.actions;
  const only = actions.length === 1 ? actions[0] : undefined;
  const chosen = only ?? actions.find((action) => action.id === draft.openAction);
  return chosen && isAnswerable(chosen) && controlOf(chosen).asksForValue ? chosen : undefined;
}
