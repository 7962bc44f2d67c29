import type { running as english } from '../english/running.ts';

export const running: typeof english = {
  purpose: 'Die Fragen von KI-Agenten beantworten',
  cannotStart: 'Triage Inbox kann nicht starten',
  folderInUse: (folder) => `Ein anderes Triage Inbox benutzt schon den Datenordner ${folder}.`,
  bug: 'In der App ist etwas schiefgegangen. Was Sie gespeichert haben, ist sicher.',
  bugHint: (path) => `Näheres steht in ${path}.`,
  notOurPage: 'Dieser Aufruf kommt nicht von der Seite der App.',
  notUnderstood: 'Dieser Aufruf wurde nicht verstanden.',
  callFailed: 'In der App ist etwas schiefgegangen. Es steht im Protokoll.',
  whichServer: 'Dieser Link passt zu einer Frage auf jedem dieser Server. Welchen meinen Sie?',
  cancel: 'Abbrechen',
  loginStartFailed: 'Der Start bei der Anmeldung ließ sich nicht ändern.',
};
