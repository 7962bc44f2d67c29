import { words } from '#shared/words/words';
/** What a key makes the app do. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'open'
  | 'leave'
  | 'digit'
  | 'yes'
  | 'no'
  | 'send'
  | 'undo'
  | 'snooze'
  | 'pin'
  | 'archive'
  | 'search'
  | 'filter'
  | 'select'
  | 'extend-next'
  | 'extend-previous'
  | 'select-all'
  | 'palette'
  | 'help'
  | 'go-inbox'
  | 'go-snoozed'
  | 'go-history'
  | 'go-settings';

/**
 * Where the focus is when a key goes down. `page`: nowhere in particular. `list`: on the list of items. `control`: on
 * something that has its own use for arrows and Enter. `field`: where one types.
 */
export type Place = 'page' | 'list' | 'control' | 'field';

const anywhere = ['page', 'list', 'control', 'field'] as const;
const outsideFields = ['page', 'list', 'control'] as const;
const onTheList = ['page', 'list'] as const;

export type Binding = {
  command: Command;
  /** One key, or two that are pressed one after the other, as `KeyboardEvent.key` names them. */
  keys: readonly [string] | readonly [string, string];
  /** With Cmd on a Mac and Ctrl elsewhere. */
  withMod?: boolean;
  /** With Shift; it goes before the same key without. */
  withShift?: boolean;
  places: readonly Place[];
  /** A single character, which the person can switch off (WCAG 2.1.4). */
  character: boolean;
  /** It may answer by itself: it does nothing on an item that has only just appeared. What Send sends was put in first. */
  answers?: boolean;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Every key of the app as it comes. What counts is this with the person's own keys in it (effective.ts). */
export const bindings: readonly Binding[] = [
  { command: 'extend-next', keys: ['j'], withShift: true, places: outsideFields, character: true },
  { command: 'extend-next', keys: ['ArrowDown'], withShift: true, places: onTheList, character: false },
  { command: 'extend-previous', keys: ['k'], withShift: true, places: outsideFields, character: true },
  { command: 'extend-previous', keys: ['ArrowUp'], withShift: true, places: onTheList, character: false },
  { command: 'next', keys: ['j'], places: outsideFields, character: true },
  { command: 'next', keys: ['ArrowDown'], places: onTheList, character: false },
  { command: 'previous', keys: ['k'], places: outsideFields, character: true },
  { command: 'previous', keys: ['ArrowUp'], places: onTheList, character: false },
  { command: 'first', keys: ['Home'], places: onTheList, character: false },
  { command: 'last', keys: ['End'], places: onTheList, character: false },
  { command: 'page-down', keys: ['PageDown'], places: ['list'], character: false },
  { command: 'page-up', keys: ['PageUp'], places: ['list'], character: false },
  { command: 'open', keys: ['Enter'], places: onTheList, character: false },
  { command: 'leave', keys: ['Escape'], places: anywhere, character: false },
  ...digits.map((digit): Binding => {
    return { command: 'digit', keys: [digit], places: outsideFields, character: true, answers: true };
  }),
  { command: 'yes', keys: ['y'], places: outsideFields, character: true, answers: true },
  { command: 'no', keys: ['n'], places: outsideFields, character: true, answers: true },
  { command: 'send', keys: ['Enter'], withMod: true, places: anywhere, character: false },
  { command: 'undo', keys: ['z'], places: outsideFields, character: true },
  { command: 'select', keys: ['x'], places: outsideFields, character: true },
  { command: 'select-all', keys: ['a'], withMod: true, places: ['list'], character: false },
  { command: 'filter', keys: ['f'], places: outsideFields, character: true },
  { command: 'snooze', keys: ['h'], places: outsideFields, character: true },
  { command: 'pin', keys: ['s'], places: outsideFields, character: true },
  { command: 'archive', keys: ['e'], places: outsideFields, character: true },
  { command: 'search', keys: ['/'], places: outsideFields, character: true },
  { command: 'palette', keys: ['k'], withMod: true, places: anywhere, character: false },
  { command: 'help', keys: ['?'], places: outsideFields, character: true },
  { command: 'go-inbox', keys: ['g', 'i'], places: outsideFields, character: true },
  { command: 'go-snoozed', keys: ['g', 's'], places: outsideFields, character: true },
  { command: 'go-history', keys: ['g', 'h'], places: outsideFields, character: true },
  { command: 'go-settings', keys: ['g', ','], places: outsideFields, character: true },
];

/** The keys of a command as they are drawn: "j ↓", "1–9", "⌘ ↵". `from`: the keys that count. */
export function drawnKeys(command: Command, isMac: boolean, from: readonly Binding[] = bindings): string[] {
  const own = from.filter((one) => one.command === command);
  if (command === 'digit' && own.length > 0) return ['1–9'];
  return own.map((one) => drawnStroke(one, isMac));
}

/** A key as it is drawn, where that is not its name. */
function drawnKey(key: string): string {
  switch (key) {
    case 'ArrowDown':
      return '↓';
    case 'ArrowUp':
      return '↑';
    case 'Enter':
      return '↵';
    case 'Escape':
      return words.keys.escape;
    case 'Home':
      return words.keys.home;
    case 'End':
      return words.keys.end;
    case 'PageDown':
      return words.keys.pageDown;
    case 'PageUp':
      return words.keys.pageUp;
    default:
      return key;
  }
}

/** One key, or two one after the other, as it is drawn. Letters beside a modifier are large, as on the keyboard. */
export function drawnStroke(
  { keys, withMod, withShift }: Pick<Binding, 'keys' | 'withMod' | 'withShift'>,
  isMac: boolean,
): string {
  const isLarge = withMod || withShift;
  const drawn = keys.map((key) => drawnKey(isLarge && key.length === 1 ? key.toUpperCase() : key)).join(' ');
  const names = withShift ? `⇧ ${drawn}` : drawn;
  return withMod ? `${isMac ? '⌘' : words.keys.ctrl} ${names}` : names;
}

/** The order in which keys are listed for a person. */
export const keyGroups: readonly {
  group: 'moving' | 'answering' | 'selecting' | 'finding';
  commands: readonly Command[];
}[] = [
  { group: 'moving', commands: ['next', 'previous', 'first', 'last', 'page-down', 'page-up', 'open', 'leave'] },
  { group: 'answering', commands: ['digit', 'yes', 'no', 'send', 'undo', 'snooze', 'pin', 'archive'] },
  { group: 'selecting', commands: ['select', 'extend-next', 'extend-previous', 'select-all'] },
  {
    group: 'finding',
    commands: ['palette', 'search', 'filter', 'go-inbox', 'go-snoozed', 'go-history', 'go-settings', 'help'],
  },
];
