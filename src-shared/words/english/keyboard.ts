import { foreign } from '../foreign.ts';

/** What the sheet of keys and Settings › Keyboard say. */
export const keyboard = {
  search: 'Search the keys',
  noneFound: (typed: string) => `No key is found for “${foreign(typed, 40)}”`,
  change: 'Change keys…',
  singleKeysAreOff: 'Single keys are switched off in Settings.',

  title: 'Your keys',
  hint: 'Arrows, Enter, Escape, Tab and the digits 1 to 9 mean the same everywhere and stay as they are.',
  none: 'no key',
  changeOf: (command: string, key: string) => `Change the key of “${command}”: ${key}`,
  usual: 'Usual key',
  usualOf: (command: string) => `Give “${command}” its usual key again`,
  allUsual: 'All usual keys again',
  allUsualTitle: 'Give every command its usual key again?',
  allUsualBody: 'The keys that you have chosen are forgotten.',

  press: 'Press the new key',
  pressHint: 'Two keys one after the other work as well, such as g and x. Escape leaves it as it was.',
  chosen: (key: string) => `New key: ${key}`,
  keep: 'Keep',
  takeAway: 'No key',
  cancel: 'Cancel',
  pair: 'Press a second key for a pair, or Enter to keep this one.',
  reserved: (key: string) => `${key} has a use of its own everywhere. Please press another key.`,
  writes: (key: string) => `This command also acts while you type, so ${key} would only be written. Add Ctrl or Cmd.`,
  taken: (key: string, other: string) => `${key} is the key of “${other}”.`,
  inTheWay: (key: string, other: string) =>
    `${key} and the key of “${other}” begin alike, so one of them would never be reached. Please press another key.`,
  swap: 'Exchange the two',
  takeOver: (other: string) => `Take it: “${other}” has none then`,
};
