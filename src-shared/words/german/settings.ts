import type { settings as english } from '../english/settings.ts';
import { number, plural } from '../plural.ts';

export const settings: typeof english = {
  title: 'Einstellungen',
  sectionLinks: 'Abschnitte',
  sections: {
    accounts: 'Konten',
    server: 'Server',
    'local-key': 'Lokaler Schlüssel',
    services: 'Dienste',
    bridges: 'Brücken',
    answers: 'Antworten',
    notifications: 'Benachrichtigungen',
    why: 'Warum kam eine Nachricht?',
    privacy: 'Datenschutz',
    data: 'Daten',
    desktop: 'Desktop',
    keyboard: 'Tastatur',
    appearance: 'Darstellung',
    network: 'Netzwerk',
    start: 'Erste Schritte',
    about: 'Über die App',
  },
  notSaved: 'Die Änderung wurde nicht gespeichert.',

  answers: {
    takeBack: 'Zeit, eine Antwort zurückzunehmen',
    takeBackHint:
      'Eine Antwort verlässt diesen Rechner erst nach dieser Zeit. Bis dahin bedeutet „Zurücknehmen“: Nichts wurde gesendet.',
    seconds: (n) => (n === 0 ? 'Keine: sofort senden' : plural(n, { one: 'Sekunde', other: 'Sekunden' })),
  },

  keyboard: {
    singleKeys: 'Einzelne Tasten wie j, k und 1 verwenden',
    singleKeysHint: 'Sie wirken nie, während Sie in ein Feld schreiben.',
  },

  history: {
    keep: 'Verlauf aufbewahren',
    keepHint:
      'Was länger zurückliegt, wird einmal am Tag entfernt. Offene Fragen, Entwürfe und Antworten auf dem Weg bleiben immer.',
    forEver: 'für immer',
    days: (n) =>
      n % 365 === 0 ? plural(n / 365, { one: 'Jahr', other: 'Jahre' }) : plural(n, { one: 'Tag', other: 'Tage' }),
  },

  appearance: {
    language: 'Sprache',
    likeSystem: 'Wie das System',
    theme: 'Farbschema',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    textSize: 'Schriftgröße',
    percent: (n) => `${number(n)} %`,
  },
};
