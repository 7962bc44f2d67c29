import type { ActionId } from '#shared/protocol/ids';
import { words } from '#shared/words/words';
import { isAnswerable, shownAction, takesAnswer } from '../controls/answerable.ts';
import { controlOf } from '../controls/registry.tsx';
import { focusAnswer } from '../list/focus.ts';
import { askedNow } from '../stores/sight.ts';
import type { Stores } from '../stores/stores.ts';
import type { PaletteSource } from './entry.ts';

/** The answers of the open question. Choosing one here is pressing its button: with its control, or its confirmation. */
export const answers: PaletteSource = (stores, keys) => {
  const state = stores.openItem.getState();
  const asked = askedNow(state);
  if (!state.item || asked === undefined || !takesAnswer(state.item)) return [];
  const { actions } = state.item.notification;
  const hasDigits = keys('digit').length > 0;
  return actions.flatMap((action, index) => {
    if (!isAnswerable(action)) return [];
    return {
      id: `answer:${action.id}`,
      group: 'question',
      title: action.label,
      isForeign: true,
      isPassing: true,
      also: words.palette.answer,
      keys: hasDigits && index < 9 && actions.length > 1 ? [String(index + 1)] : [],
      run: () => press(stores, asked, action.id),
    };
  });
};

/** Only what the palette had listed: a question that was replaced or worded anew meanwhile is not answered by it. */
function press({ openItem }: Stores, asked: string, actionId: ActionId): void {
  const state = openItem.getState();
  const action = state.item?.notification.actions.find((one) => one.id === actionId);
  if (!state.item || !action || !isAnswerable(action) || askedNow(state) !== asked) return;
  const isShown = shownAction(state.item, state.draft)?.id === actionId;
  if (!controlOf(action).asksForValue || !isShown) state.press(actionId);
  else focusAnswer();
}
