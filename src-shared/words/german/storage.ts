import type { storage as english } from '../english/storage.ts';
import { number } from '../plural.ts';

export const storage: typeof english = {
  trouble: {
    full: 'der Datenträger ist voll',
    'read-only': 'der Datenordner ist schreibgeschützt',
    'not-permitted': 'in den Datenordner darf nicht geschrieben werden',
    failing: 'der Datenträger meldet einen Fehler',
    newer: 'eine neuere Version dieser App hat die Datei geschrieben',
  },
  fileKept: (kept) => `Die alte Datei ist aufgehoben als ${kept}.`,
  checkRoom: 'Bitte prüfen Sie, ob der Datenträger Platz hat und in den Datenordner geschrieben werden darf.',
  settingsDamaged: 'Ihre Einstellungen waren nicht lesbar, darum startete die App mit den üblichen.',
  settingNotSaved: (why) => `Die Einstellung konnte nicht gespeichert werden: ${why}.`,
  accountsDamaged: 'Die Liste Ihrer Konten war nicht lesbar. Bitte fügen Sie sie noch einmal hinzu.',
  accountsKept: (kept) => `Ihre Fragen und Antworten sind sicher. Die alte Datei ist aufgehoben als ${kept}.`,
  accountNotSaved: (why) => `Das Konto konnte nicht gespeichert werden: ${why}.`,
  tokensDamaged: 'Die Token Ihrer Konten waren nicht lesbar. Bitte geben Sie sie noch einmal ein.',
  historyDamaged: (saved, isDone) => {
    const count = saved === 1 ? 'Ein Eintrag' : `${number(saved)} Einträge`;
    const could = saved === 1 ? 'konnte' : 'konnten';
    const are = saved === 1 ? 'ist' : 'sind';
    const sofar = isDone ? `${count} ${could} gerettet werden.` : `${count} ${are} bisher gerettet; der Rest folgt.`;
    return `Der Verlauf auf diesem Rechner war beschädigt. Offene Fragen werden neu vom Server gelesen. ${sofar}`;
  },
  damagedKept: (kept) => `Die beschädigte Datei ist aufgehoben als ${kept}.`,
  nothingStored: (trouble) => `Auf diesem Rechner lässt sich nichts speichern: ${trouble}.`,
  nothingStoredHint:
    'Was zu sehen ist, kann alt sein. Es wurde nichts verändert; die App macht von selbst weiter, sobald das vorbei ist.',
  questionsNotStored: (trouble) => `Neue Fragen lassen sich auf diesem Rechner nicht speichern: ${trouble}.`,
  questionsNotStoredHint: 'Sie werden noch einmal vom Server gelesen, sobald das vorbei ist.',
  notStored: (trouble) => `Was kam, ließ sich nicht speichern: ${trouble}.`,
  notSaved: (trouble) => `Das konnte nicht gespeichert werden: ${trouble}.`,
  answersDamaged: (saved) =>
    `Die Datei mit Ihren Antworten war beschädigt. ${saved === 1 ? 'Eine Antwort, die unterwegs war, wurde' : `${number(saved)} Antworten, die unterwegs waren, wurden`} daraus gerettet.`,
  answersDamagedHint: (kept) =>
    `Bitte sehen Sie Ihre offenen Fragen noch einmal durch. Die beschädigte Datei ist aufgehoben als ${kept}.`,
  answersUnreadable: (count) =>
    count === 1
      ? 'Eine Antwort, die unterwegs war, ist nicht mehr lesbar und wird nicht gesendet.'
      : `${number(count)} Antworten, die unterwegs waren, sind nicht mehr lesbar und werden nicht gesendet.`,
  answersUnreadableHint:
    'Bitte sehen Sie Ihre offenen Fragen noch einmal durch und beantworten Sie, was noch offen ist.',
  answersNotSaved: (trouble) => `Antworten lassen sich auf diesem Rechner nicht speichern: ${trouble}.`,
  answersNotSavedHint: 'Bis das vorbei ist, wird nichts gesendet. Danach macht die App von selbst weiter.',
  answersNotWritten: (trouble) => `Ihre Antworten lassen sich nicht auf den Datenträger schreiben: ${trouble}.`,
  answersNotWrittenHint: 'Bitte schaffen Sie Platz. Die App macht dann von selbst weiter.',
  answersKept: (count) =>
    count === 1
      ? 'Eine Antwort konnte nicht gesendet werden, bevor die App geschlossen wurde.'
      : `${number(count)} Antworten konnten nicht gesendet werden, bevor die App geschlossen wurde.`,
  answersKeptHint: (count) =>
    count === 1
      ? 'Sie ist aufgehoben und wird gesendet, sobald es geht.'
      : 'Sie sind aufgehoben und werden gesendet, sobald es geht.',
};
