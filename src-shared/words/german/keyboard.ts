import type { keyboard as english } from '../english/keyboard.ts';
import { foreign } from '../foreign.ts';

export const keyboard: typeof english = {
  search: 'Tasten durchsuchen',
  noneFound: (typed) => `Zu „${foreign(typed, 40)}“ gibt es keine Taste`,
  change: 'Tasten ändern …',
  singleKeysAreOff: 'Einzelne Tasten sind in den Einstellungen ausgeschaltet.',

  title: 'Ihre Tasten',
  hint: 'Pfeile, Eingabe, Escape, Tab und die Ziffern 1 bis 9 bedeuten überall dasselbe und bleiben, wie sie sind.',
  none: 'keine Taste',
  changeOf: (command, key) => `Taste für „${command}“ ändern: ${key}`,
  usual: 'Übliche Taste',
  usualOf: (command) => `„${command}“ wieder die übliche Taste geben`,
  allUsual: 'Wieder alle üblichen Tasten',
  allUsualTitle: 'Jedem Befehl wieder die übliche Taste geben?',
  allUsualBody: 'Die Tasten, die Sie gewählt haben, werden vergessen.',

  press: 'Neue Taste drücken',
  pressHint: 'Auch zwei Tasten nacheinander gehen, zum Beispiel g und x. Escape lässt alles, wie es war.',
  chosen: (key) => `Neue Taste: ${key}`,
  keep: 'Behalten',
  takeAway: 'Keine Taste',
  cancel: 'Abbrechen',
  pair: 'Eine zweite Taste macht daraus ein Paar, die Eingabetaste behält diese.',
  reserved: (key) => `${key} hat überall eine eigene Bedeutung. Bitte eine andere Taste drücken.`,
  writes: (key) =>
    `Dieser Befehl gilt auch beim Schreiben, deshalb würde ${key} nur geschrieben. Bitte mit Strg oder Cmd drücken.`,
  taken: (key, other) => `${key} ist die Taste für „${other}“.`,
  inTheWay: (key, other) =>
    `${key} und die Taste für „${other}“ beginnen gleich, eine von beiden käme nie an die Reihe. Bitte eine andere Taste drücken.`,
  swap: 'Die beiden tauschen',
  takeOver: (other) => `Übernehmen: „${other}“ hat dann keine`,
};
