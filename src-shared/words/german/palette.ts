import type { palette as english } from '../english/palette.ts';
import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

export const palette: typeof english = {
  title: 'Befehlspalette',
  field: 'Befehl, Frage oder Einstellung suchen',
  groups: {
    question: 'Diese Frage',
    commands: 'Befehle',
    filters: 'Nur zeigen',
    settings: 'Einstellungen',
    preferences: 'Aussehen und Benachrichtigungen',
  },
  recent: 'Zuletzt gewählt',
  questions: 'Fragen',
  results: 'Ergebnisse',
  found: (n) => (n === 0 ? 'Nichts gefunden' : plural(n, { one: 'Ergebnis', other: 'Ergebnisse' })),
  nothing: (typed) => `Nichts gefunden zu „${foreign(typed, 40)}“`,
  current: 'ist eingestellt',
  answer: 'Antwort antworten',
  ended: 'im Verlauf',
  showAll: 'Wieder alles zeigen',
  onlyFrom: (name) => `Nur ${foreign(name, 60)} zeigen`,
  section: (title) => `Einstellungen: ${title}`,
  themes: { system: 'Farben: wie das System', light: 'Farben: hell', dark: 'Farben: dunkel' },
  themeAlso: 'Aussehen Thema Modus',
  textSize: (percent) => `Schriftgröße: ${number(percent)} %`,
  textSizeAlso: 'Aussehen Zoom größer kleiner Textgröße',
  pause: {
    'in-an-hour': 'Benachrichtigungen eine Stunde lang anhalten',
    tomorrow: 'Benachrichtigungen bis morgen um 8 Uhr anhalten',
  },
  resume: 'Benachrichtigungen wieder zeigen',
  pauseAlso: 'nicht stören Ruhe stumm Pause',
};
