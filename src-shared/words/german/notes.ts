import type { notes as english } from '../english/notes.ts';
import { exact, number } from '../plural.ts';

export const notes: typeof english = {
  reminder: (left) => `Erinnerung: ${left}`,
  somethingWaits: 'Es wartet etwas auf Sie.',
  willBeSent: (seconds) => `Wird in ${seconds} s gesendet.`,
  quoted: (text) => `„${text}“`,
  more: (count) =>
    count === 1 ? 'Eine weitere Frage wartet auf Sie' : `${number(count)} weitere Fragen warten auf Sie`,
  undo: 'Zurücknehmen',
  open: 'Öffnen',
  send: 'Senden',
  reply: 'Antworten…',
  replyTitle: 'Antwort',
  review: 'Ansehen…',
  scale: (min, max, step) => `${exact(min)} bis ${exact(max)}${step === 1 ? '' : ` in Schritten von ${exact(step)}`}`,
  notShown: 'Das System hat eine Benachrichtigung nicht gezeigt.',
  notShownHint: (why) => `${why} Ihre Fragen stehen trotzdem im Eingang.`,
  unsupported: 'Dieses System kennt keine Benachrichtigungen.',
  noReason: 'Das System hat nicht gesagt, warum.',
  tooManyWait: 'Zu viele Benachrichtigungen warten auf den Benachrichtigungsdienst.',
  serviceSilent: 'Der Benachrichtigungsdienst antwortet nicht.',
  keepsRunning: 'Triage Inbox läuft weiter',
  runsInTray:
    'Die App wartet weiter auf Fragen. Ihr Symbol im Infobereich zeigt sie an; „Beenden“ im Menü des Symbols beendet die App.',
  runsWithoutTray:
    'Die App wartet weiter auf Fragen und meldet sich. Starten Sie sie noch einmal, um das Fenster zu sehen; „Beenden“ im Menü „Datei“ beendet sie.',
  testTitle: 'Ein Test aus den Einstellungen',
  testDescription:
    'Diese Frage ging den Weg, den jede Frage geht. Ihre Knöpfe tun etwas: Drücken Sie einen, und nichts weiter geschieht, als dass diese Frage beantwortet ist.',
  testWorks: 'Es klappt',
  testFeel: 'Was meinen Sie dazu?',
};
