import { visibleText } from '../../text/hidden-characters.ts';
import type { composer as english } from '../english/composer.ts';

export const composer: typeof english = {
  windowTitle: (label) => `${visibleText(label)} – Triage Inbox`,
  openInInbox: 'Im Eingang öffnen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  refused: 'Ihre Antwort wurde nicht gesendet.',
  youWrote: 'Sie schrieben',
  untitled: 'Frage ohne Titel',
  answeredHere: 'Sie haben diese Frage beantwortet.',
  noAction: 'Diese Frage bietet diese Antwort nicht mehr an.',
  changed: 'Diese Frage hat sich geändert. Bitte lesen Sie sie noch einmal, bevor Sie antworten.',
  readAgain: 'Ich habe sie gelesen',
};
