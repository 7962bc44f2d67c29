import { words } from '#shared/words/words';
import { isAnswerable, shownAction, takesAnswer } from '../controls/answerable.ts';
import { controlOf } from '../controls/registry.tsx';
import { type Command, keyGroups } from '../keyboard/table.ts';
import { runCommand } from '../keyboard/use-keyboard.ts';
import type { Stores } from '../stores/stores.ts';
import type { PaletteSource } from './entry.ts';

/** What has no meaning without the key itself; what the digits choose stands in the palette by its own name. */
const keysOnly: ReadonlySet<Command> = new Set(['digit', 'leave', 'palette']);

/** Where one is goes by itself with the arrows: in a palette the rest is sought more often. */
const inPalette = keyGroups.toSorted((a, b) => Number(a.group === 'moving') - Number(b.group === 'moving'));

/** Every command of the table that would do something now, with its keys. A new one is here by itself. */
export const commands: PaletteSource = (stores, keys) =>
  inPalette
    .flatMap((group) => group.commands)
    .filter((command) => !keysOnly.has(command) && (isPossible[command]?.(stores) ?? true))
    .map((command) => ({
      id: `command:${command}`,
      group: command === 'yes' || command === 'no' || command === 'send' ? 'question' : 'commands',
      title: words.help.keys[command],
      keys: keys(command),
      run: () => void runCommand(stores, { command }, 'page'),
    }));

/** Whether a command would do something; one that is not here always does. */
const isPossible: Partial<Record<Command, (stores: Stores) => boolean>> = {
  next: isAtAList,
  previous: isAtAList,
  first: isAtAList,
  last: isAtAList,
  'page-down': isAtAList,
  'page-up': isAtAList,
  'extend-next': isAtTheInbox,
  'extend-previous': isAtTheInbox,
  select: isAtTheInbox,
  'select-all': isAtTheInbox,
  filter: ({ route }) => route.store.getState().view !== 'settings',
  open: ({ navigation }) => navigation.openKey() !== undefined,
  yes: takesASide,
  no: takesASide,
  send: ({ openItem }) => {
    const { item, draft, changed } = openItem.getState();
    const action = item && !changed && takesAnswer(item) ? shownAction(item, draft) : undefined;
    return action !== undefined && controlOf(action).read(action, draft.inputs[action.id]).ok;
  },
  undo: ({ toasts, marks, openItem }) =>
    toasts.latestHeld() !== undefined ||
    marks.undoableAt() !== undefined ||
    openItem.getState().item?.answer?.state === 'held',
  snooze: ({ marks }) => marks.takesMarks(),
  pin: ({ marks }) => marks.takesMarks(),
  archive: ({ marks, openItem, route }) =>
    route.store.getState().view !== 'history' && openItem.getState().item !== undefined && !marks.takesMarks(),
};

function isAtAList({ route, lists }: Stores): boolean {
  const { view } = route.store.getState();
  return view !== 'settings' && lists[view].store.getState().order.shown.length > 0;
}

function isAtTheInbox({ route, lists }: Stores): boolean {
  return route.store.getState().view === 'inbox' && lists.inbox.store.getState().order.shown.length > 0;
}

function takesASide({ openItem }: Stores): boolean {
  const { item, changed, draft } = openItem.getState();
  if (!item || changed || !takesAnswer(item)) return false;
  const sides = item.notification.actions.filter(isAnswerable).filter((one) => controlOf(one).pressYesNo);
  return sides.length === 1 || sides.some((one) => one.id === shownAction(item, draft)?.id);
}
