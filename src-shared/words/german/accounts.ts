import type { accounts as english } from '../english/accounts.ts';
import { foreign } from '../foreign.ts';
import { plural } from '../plural.ts';

export const accounts: typeof english = {
  hint: 'Server, deren Fragen in Ihrem Eingang zusammenkommen. Alle sind gleichzeitig verbunden.',
  list: 'Konten',
  add: 'Konto hinzufügen',
  url: 'Serveradresse',
  urlHint: 'Zum Beispiel https://atp.example.com',
  token: 'Benutzer-Token',
  tokenHint: 'Von der Person, die den Server betreibt. Es bleibt in dieser App und geht nur an diesen Server.',
  name: 'Name',
  nameNeeded: 'Ein Name wird gebraucht.',
  nameHint: 'Optional. Ohne Namen heißt das Konto wie sein Server.',
  colour: 'Farbe',
  colours: {
    iris: 'Violett',
    teal: 'Petrol',
    orange: 'Orange',
    pink: 'Rosa',
    green: 'Grün',
    brown: 'Braun',
    cyan: 'Blau',
    grey: 'Grau',
  },
  check: 'Prüfen',
  checking: 'Der Server wird gefragt…',
  good: (url) => `${url} antwortet, und das Token öffnet dort einen Eingang.`,
  submit: 'Konto hinzufügen',
  adding: 'Der Server wird gefragt…',
  notAdded: 'Das Konto wurde nicht hinzugefügt.',
  allowUnencrypted: 'Ohne Verschlüsselung verbinden',
  allowUnencryptedHint: 'Nur in einem Netz, in dem Sie jedem Rechner vertrauen.',
  noProtection: 'Dieses System hat keinen geschützten Ort für Geheimnisse.',
  noProtectionHint:
    'Ohne Ihre Zustimmung behält die App das Token nur im Arbeitsspeicher und fragt nach einem Neustart wieder danach.',
  keepReadable: 'Das Token trotzdem auf diesem Rechner aufbewahren',
  keepReadableHint: 'Es steht dann lesbar in einer Datei, die nur Ihr Benutzerkonto auf diesem Rechner öffnen kann.',
  cancel: 'Abbrechen',
  save: 'Speichern',
  edit: 'Name und Farbe',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  retry: 'Jetzt noch einmal versuchen',
  remove: 'Entfernen',
  newToken: 'Neues Token',
  saveToken: 'Dieses Token verwenden',
  samePerson: 'Ein Token derselben Person. Für jemand anderen fügen Sie ein weiteres Konto hinzu.',

  kinds: { local: 'gehört zur App', run: 'für diesen Start', added: undefined },
  address: 'Adresse',
  notYet: 'Noch nicht bereit',
  connection: 'Verbindung',
  transports: {
    websocket: 'über WebSocket',
    sse: 'über einen Ereignisstrom',
    polling: 'durch wiederholtes Nachfragen',
  },
  lastConnected: 'Zuletzt verbunden',
  never: 'Seit dem Start noch nicht',
  lastProblem: 'Letztes Problem',
  tokenKept: 'Token',
  kept: {
    encrypted: 'Aufbewahrt, von diesem System verschlüsselt',
    readable: 'Lesbar in einer Datei aufbewahrt, wie von Ihnen erlaubt',
    session: 'Nur im Arbeitsspeicher, bis die App beendet wird',
    missing: 'Nicht auf diesem Rechner',
  },
  runToken: 'Aus der Umgebung, wird nie gespeichert',

  standings: {
    paused:
      'Angehalten: Nichts wird gelesen, nichts gesendet. Was Sie beantworten, wird aufbewahrt, bis Sie das Konto fortsetzen.',
    missing:
      'Sein Token ist nicht auf diesem Rechner. Fragen, Entwürfe und Antworten bleiben erhalten, bis Sie es eingeben.',
    unauthorized: 'Der Server nimmt das Token nicht mehr an. Nichts ist verloren: Geben Sie ein neues ein.',
    runUnauthorized: 'Der Server nimmt das Token nicht an. Starten Sie die App mit einem anderen.',
  },
  short: { paused: 'angehalten', needsToken: 'braucht sein Token' },
  pausedName: (name) => `${name} (angehalten)`,
  pausedHeading: 'Dieses Konto ist angehalten',
  pausedHint:
    'Die Frage kann inzwischen anderswo beantwortet worden sein. Was Sie beantworten, wird aufbewahrt und gesendet, wenn Sie das Konto fortsetzen.',
  needsToken: (name) => `${foreign(name)} braucht sein Token.`,
  needsTokenHint: 'Fragen, Entwürfe und Antworten bleiben erhalten, bis Sie es eingeben.',
  enterToken: 'Token eingeben',
  failed: 'Das hat nicht geklappt.',

  removeTitle: (name) => `${foreign(name)} entfernen?`,
  removeInFlight: 'Diese Antworten haben den Server noch nicht erreicht:',
  removeInFlightHint: 'Warten Sie hier, bis sie gesendet sind, oder verwerfen Sie sie mit dem Konto.',
  removeInFlightPaused:
    'Sie warten, weil das Konto angehalten ist. Brechen Sie ab und setzen Sie es fort, um sie zu senden.',
  removeInFlightToken: 'Sie warten auf das Token des Kontos. Brechen Sie ab und geben Sie es ein, um sie zu senden.',
  answerStates: { held: 'kann noch zurückgenommen werden', waiting: 'wartet', sending: 'wird gesendet' },
  removeGone: ({ open, drafts }) => {
    const parts = [plural(open, { one: 'offene Frage', other: 'offene Fragen' })];
    if (drafts > 0) parts.push(plural(drafts, { one: 'Entwurf', other: 'Entwürfe' }));
    return `Von diesem Rechner gelöscht: ${parts.join(', ')} und das Token. Auf dem Server ändert sich nichts.`;
  },
  deleteHistory: ({ history }) =>
    `Auch den Verlauf löschen (${plural(history, { one: 'entschiedene Frage', other: 'entschiedene Fragen' })})`,
  removeAnyway: (answers) => `${plural(answers, { one: 'Antwort', other: 'Antworten' })} verwerfen und entfernen`,
};
