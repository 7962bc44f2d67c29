import type { decisions as english } from '../english/decisions.ts';

export const decisions: typeof english = {
  notHere: 'Diese Frage ist nicht auf diesem Rechner.',
  changed: 'Die Frage hat sich geändert, seit Sie sie gelesen haben.',
  changedHint: 'Bitte lesen Sie sie noch einmal, dann antworten Sie.',
  notAnswerable: 'Das lässt sich hier nicht beantworten.',
  needsConfirmation: 'Diese Antwort braucht Ihre Bestätigung.',
  answered: 'Diese Frage wurde schon beantwortet.',
  withdrawn: 'Der Dienst hat diese Frage zurückgezogen.',
  expired: 'Die Frist ist abgelaufen.',
  onItsWay: 'Ihre Antwort auf diese Frage ist schon unterwegs.',
  youAnswered: 'Sie haben diese Frage schon beantwortet.',
  notSaved: 'Ihre Antwort konnte auf diesem Rechner nicht gespeichert werden, darum wurde sie nicht gesendet.',
  notSavedSince: (trouble) =>
    `Ihre Antwort konnte auf diesem Rechner nicht gespeichert werden, darum wurde sie nicht gesendet: ${trouble}.`,
  notSavedHint: 'Bitte prüfen Sie, ob der Datenträger Platz hat, und antworten Sie noch einmal.',
  tooLateToUndo: 'Diese Antwort lässt sich nicht mehr zurücknehmen: Sie ist gesendet.',
  undoRefused: 'Diese Antwort ließ sich nicht zurücknehmen: Der Datenträger nimmt das nicht an.',
  undoRefusedHint: 'Bitte schaffen Sie Platz und versuchen Sie es noch einmal.',
  returned: {
    'confirm-again':
      'Sie hat zu lange gewartet, um ohne Rückfrage gesendet zu werden. Bitte bestätigen Sie noch einmal.',
    'too-late': 'Die Frist lief ab, bevor der Server sie hatte.',
    withdrawn: 'Der Dienst zog die Frage zurück, bevor der Server sie hatte.',
    'already-answered': 'Die Frage war schon beantwortet: Jemand anders war schneller.',
  },
  gone: 'Der Server hat diese Frage nicht mehr.',
  attachmentUnreadable: 'Dieser Anhang ist nicht lesbar.',
  noAttachment: 'Diesen Anhang gibt es nicht.',
  fileNotSaved: (why) => `Das Speichern ist nicht gelungen: ${why}.`,
  historyNotExported: (why) => `Der Verlauf konnte nicht exportiert werden: ${why}.`,
  linkRefused: 'Dieser Link wurde nicht geöffnet: Nur Web- und Mailadressen werden geöffnet.',
  linkFailed: 'Das System konnte diesen Link nicht öffnen.',
  shortcutUnusable: 'Mit diesen Tasten lässt sich die App nicht rufen.',
};
