import type { data as english } from '../english/data.ts';
import { number, plural } from '../plural.ts';

const questions = (n: number) => plural(n, { one: 'Frage', other: 'Fragen' });
const answers = (n: number) => plural(n, { one: 'Antwort', other: 'Antworten' });

export const data: typeof english = {
  backUp: 'Sichern',
  backUpHint:
    'Eine Datei mit Ihren Fragen, dem Verlauf, Entwürfen, Antworten, Einstellungen und der Liste Ihrer Konten. Tokens und Schlüssel sind nicht darin, auch nicht die Dienste, die auf diesem Rechner angemeldet sind.',
  fileName: (day) => `triage-inbox-${day}.zip`,
  fileKind: 'Sicherung von Triage Inbox',
  start: 'Sichern …',
  backingUp: 'Die Sicherung wird geschrieben',
  backedUp: (path) => `Gespeichert als ${path}.`,
  progress: (done, total) => `${done} von ${total}`,
  megabytes: (n) => `${number(n)} MB`,
  cancel: 'Abbrechen',
  notBackedUp: (why) => `Die Sicherung konnte nicht geschrieben werden: ${why}.`,
  notBackedUpHint: 'Es wurde nichts verändert. Prüfen Sie, ob am Ziel genug Platz ist.',

  restore: 'Sicherung zurückspielen',
  restoreHint: 'Die Datei wird zuerst ganz gelesen. Nichts ändert sich, bevor Sie zustimmen.',
  choose: 'Datei wählen …',
  checking: 'Die Sicherung wird gelesen',
  restoreTitle: 'Diese Sicherung zurückspielen?',
  facts: {
    createdAt: 'Erstellt',
    app: 'Version',
    open: 'Offene Fragen',
    history: 'Verlauf',
    drafts: 'Entwürfe',
    waiting: 'Antworten unterwegs',
    accounts: 'Hinzugefügte Konten',
  },
  restoreBody:
    'Fragen, Verlauf, Entwürfe und Einstellungen werden die der Sicherung. Was jetzt hier ist, wird im Datenordner beiseitegelegt und nicht gelöscht. Danach startet die App neu.',
  restoreWaiting: (n) =>
    n === 1
      ? 'Eine Antwort war noch nicht beim Server, als die Sicherung entstand. Durch das Zurückspielen wird nichts gesendet: Wurde sie seither nicht gesendet, wartet sie auf Ihre Bestätigung.'
      : `${answers(n)} waren noch nicht beim Server, als die Sicherung entstand. Durch das Zurückspielen wird nichts gesendet: Was seither nicht gesendet wurde, wartet auf Ihre Bestätigung.`,
  restoreInFlight: (n) =>
    `${answers(n)} von danach ${n === 1 ? 'ist' : 'sind'} noch nicht gesendet. Die App versucht es noch einmal, bevor sie sich schließt. Was nicht geht, bleibt erhalten und kommt zu Ihnen zurück, wenn die Sicherung die Frage nicht kennt.`,
  restoreTokens: 'Konten, deren Tokens nicht auf diesem Rechner sind, fragen neu danach.',
  restoreConfirm: 'Zurückspielen und neu starten',
  restored: (when) => `Die Sicherung vom ${when} wurde zurückgespielt.`,
  restoredHint: (folder) =>
    `Was vorher hier war, liegt in ${folder}. Löschen Sie diesen Ordner, wenn Sie ihn nicht mehr brauchen.`,
  confirmAgain:
    'Diese Antwort stammt aus einer Sicherung und wurde nicht gesendet. Bestätigen Sie sie, wenn sie noch gilt.',
  notRestored: 'Die Sicherung wurde nicht zurückgespielt. Alles ist, wie es war.',
  notRestoredHint: 'Prüfen Sie, ob auf dem Datenträger Platz ist, und wählen Sie die Datei dann noch einmal.',
  faults: {
    foreign: 'Diese Datei ist keine Sicherung von Triage Inbox.',
    newer: 'Diese Sicherung stammt von einer neueren Version von Triage Inbox.',
    damaged: 'Diese Sicherung ist beschädigt.',
  },
  faultHints: {
    foreign: 'Es wurde nichts verändert. Wählen Sie eine Datei, die mit „Sichern“ entstanden ist.',
    newer: 'Es wurde nichts verändert. Aktualisieren Sie die App und versuchen Sie es dann noch einmal.',
    damaged: 'Es wurde nichts verändert. Versuchen Sie es mit einer anderen Kopie.',
  },
  noRoom: (why) => `Die Sicherung konnte nicht entpackt werden: ${why}.`,
  noRoomHint:
    'Es wurde nichts verändert. Schaffen Sie Platz auf dem Datenträger und versuchen Sie es dann noch einmal.',
  busy: 'Mit Ihren Daten geschieht gerade etwas anderes. Warten Sie, bis es fertig ist.',
  nothingChecked: 'Es wurde noch keine Sicherung gelesen. Wählen Sie die Datei noch einmal.',

  erase: 'Alles löschen',
  eraseHint: 'Entfernt alles, was diese App auf diesem Rechner gespeichert hat, und beendet sie dann.',
  eraseStart: 'Alles löschen …',
  eraseTitle: 'Alles löschen?',
  eraseLead: 'Das lässt sich nicht rückgängig machen. Gelöscht werden:',
  erased: (open, history) => [
    `${questions(open)} noch offen, ${number(history)} im Verlauf und alle Entwürfe`,
    'Konten mit ihren Tokens und alle Einstellungen',
    'Der Server auf diesem Rechner: seine Dienste, deren Schlüssel und was er noch zustellen muss',
    'Protokolle und was beim Zurückspielen beiseitegelegt wurde',
    'Der Start bei der Anmeldung und der Platz der App als diejenige, die ihre Links öffnet',
  ],
  eraseInFlight: (n) =>
    `${answers(n)} ${n === 1 ? 'ist' : 'sind'} noch nicht gesendet. Die App versucht es noch einmal, bevor sie sich schließt; was nicht geht, ist verloren.`,
  eraseStays: 'Sicherungen und Exporte, die Sie anderswo gespeichert haben, bleiben.',
  eraseWord: 'löschen',
  eraseType: (word) => `Zum Bestätigen „${word}“ eingeben`,
  eraseConfirm: 'Löschen und beenden',
  notErased: (why) => `Es wurde nichts gelöscht: ${why}.`,
  leftBehind: (names) => `Das konnte nicht entfernt werden: ${names}`,

  leaving: {
    restore: 'Die App schließt sich und startet mit der Sicherung neu …',
    erase: 'Die App schließt sich und löscht alles …',
  },
};
