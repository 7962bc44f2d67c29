import type { help as english } from '../english/help.ts';

export const help: typeof english = {
  title: 'Tasten',
  or: 'oder',
  close: 'Schließen',
  keys: {
    next: 'Nächste Frage',
    previous: 'Vorige Frage',
    first: 'Erste Frage',
    last: 'Letzte Frage',
    'page-down': 'Eine Seite nach unten',
    'page-up': 'Eine Seite nach oben',
    open: 'Zur Frage gehen',
    leave: 'Zurück zur Liste, oder ein Feld leeren und verlassen',
    digit: 'Eine Aktion oder Möglichkeit wählen',
    yes: 'Die erste Seite einer Ja-oder-nein-Frage wählen',
    no: 'Die zweite Seite wählen',
    send: 'Senden',
    undo: 'Die letzte Antwort zurücknehmen',
    search: 'Suchen',
    palette: 'Einen Befehl, eine Frage oder eine Einstellung finden',
    help: 'Diese Tasten zeigen',
    'go-inbox': 'Zum Eingang',
    'go-history': 'Zum Verlauf',
    'go-settings': 'Zu den Einstellungen',
  },
  groups: { moving: 'Bewegen', answering: 'Antworten', finding: 'Zurechtfinden' },
};
