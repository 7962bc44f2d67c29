import type { shell as english } from '../english/shell.ts';
import { number } from '../plural.ts';

export const shell: typeof english = {
  app: 'Triage Inbox',
  windowTitle: (open) => (open === 0 ? 'Triage Inbox' : `(${number(open)}) Triage Inbox`),
  views: { inbox: 'Eingang', snoozed: 'Zurückgestellt', history: 'Verlauf', settings: 'Einstellungen' },
  startFailed: 'Der Eingang konnte nicht gelesen werden.',
  fault: 'In diesem Teil des Fensters ist ein Fehler aufgetreten',
  faultHint:
    'Nichts von dem, was Sie beantwortet haben, ist verloren. Passiert es wieder, wählen Sie eine andere Frage und berichten Sie uns von dieser.',
  tryAgain: 'Noch einmal versuchen',
  detail: 'Frage',
};
