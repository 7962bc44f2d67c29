import type { localKey as english } from '../english/local-key.ts';

export const localKey: typeof english = {
  hint: 'Mit diesem Schlüssel fragen Skripte und Agenten auf diesem Rechner. Er kann fragen, aber nicht antworten.',
  label: 'Schlüssel von „Local agents“',
  copy: 'Schlüssel kopieren',
  file: 'Programme finden ihn in',
  copyFile: 'Pfad kopieren',
  notYet: 'Der Schlüssel erscheint, sobald der Server läuft.',
  none: 'Widerrufen: „Local agents“ hat keinen Schlüssel.',
};
