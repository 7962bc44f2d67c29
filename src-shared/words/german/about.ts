import type { about as english } from '../english/about.ts';
import { plural } from '../plural.ts';

export const about: typeof english = {
  versions: {
    app: 'Version',
    electron: 'Electron',
    chromium: 'Chromium',
    node: 'Node.js',
    sqlite: 'SQLite',
    os: 'System',
  },
  builtOn: 'Gebaut auf',
  dataFolder: 'Datenordner',
  copyFolder: 'Pfad kopieren',
  logs: 'Protokolle',
  logsHint: 'Was die App über eigene Fehler vermerkt hat. Keine Fragen, Antworten, Tokens oder Schlüssel.',
  openLogs: 'Ordner öffnen',
  notOpened: (why) => `Der Ordner konnte nicht geöffnet werden: ${why}.`,
  diagnostics: 'Diagnose',
  diagnosticsHint:
    'Versionen, Zustände, Zahlen und Einstellungen zum Einfügen in einen Fehlerbericht. Nichts Geheimes oder Persönliches: keine Tokens, Fragen, Namen, Pfade oder Adressen.',
  copyDiagnostics: 'Diagnose kopieren',
  licences: 'Lizenzen',
  licencesHint: 'Triage Inbox steht unter der MIT-Lizenz. Es baut auf der Arbeit vieler anderer auf.',
  showLicences: 'Lizenzen zeigen',
  hideLicences: 'Lizenzen verbergen',
  licencesOf: (n) => plural(n, { one: 'Paket', other: 'Pakete' }),
  notRead: 'Die Lizenzen konnten nicht gelesen werden.',
  noText: 'Ihre Urheber nennen diese Lizenz und geben keinen eigenen Text dazu.',
  chromium: 'Die der vielen Teile von Chromium stehen in LICENSES.chromium.html neben dem Programm.',
};
