import type { faults as english } from '../english/faults.ts';

const trustFile = 'Ist es die Ihrer Organisation, nennen Sie deren Zertifikatsdatei in den Einstellungen.';

export const faults: typeof english = {
  unreachable: 'Der Server ist nicht erreichbar.',
  slow: 'Der Server hat nicht rechtzeitig geantwortet.',
  cut: 'Die Verbindung wurde unterbrochen.',
  noWay: 'Aus diesem Netzwerk führt kein Weg zum Server.',
  nameless: 'Der Name des Servers ist nicht zu finden.',
  nothingListens: 'Unter der Adresse des Servers antwortet niemand.',
  selfSigned: `Das Zertifikat des Servers ist von ihm selbst unterschrieben, darum wurde nichts gesendet. ${trustFile}`,
  unknownIssuer: `Das Zertifikat des Servers stammt von einer Stelle, die dieser Rechner nicht kennt, darum wurde nichts gesendet. ${trustFile}`,
  certificateExpired:
    'Das Zertifikat des Servers ist abgelaufen, darum wurde nichts gesendet. Wer den Server betreibt, muss es erneuern; geht das Datum dieses Rechners falsch, stellen Sie es richtig.',
  certificateNotYet:
    'Das Zertifikat des Servers gilt noch nicht, darum wurde nichts gesendet. Stimmt das Datum dieses Rechners?',
  certificateRevoked:
    'Das Zertifikat des Servers wurde widerrufen, darum wurde nichts gesendet. Bitte fragen Sie, wer den Server betreibt.',
  certificateName:
    'Das Zertifikat des Servers gilt für einen anderen Namen, darum wurde nichts gesendet. Stimmt die Adresse?',
  notTls: 'Der Server spricht an diesem Port kein TLS. Beginnt seine Adresse mit http:// statt https://?',
  notHttp: 'Was antwortete, spricht kein HTTP. Beginnt die Adresse des Servers mit https:// statt http://?',
  notSecure: 'Es kam keine sichere Verbindung zum Server zustande.',
  proxyUnreachable: (proxy, why) => `Der Proxy ${proxy} dieses Netzwerks ist nicht erreichbar: ${why}.`,
  proxy: {
    nothingListens: 'dort antwortet niemand',
    nameless: 'sein Name ist nicht zu finden',
    slow: 'er hat nicht rechtzeitig geantwortet',
    untrusted: 'seinem Zertifikat wird nicht vertraut',
    expired: 'sein Zertifikat ist abgelaufen',
    otherName: 'sein Zertifikat gilt für einen anderen Namen',
    notTaken: 'er nahm die Verbindung nicht an',
  },
  proxyAsksWho: (proxy) =>
    `Der Proxy ${proxy} verlangt Namen und Passwort. Setzen Sie HTTPS_PROXY in der Umgebung der App auf http://name:password@${proxy}.`,
  proxyUnknown:
    'Die Proxy-Einstellungen des Systems sind nicht lesbar, darum wurde nichts gesendet. Bitte prüfen Sie sie in den Netzwerkeinstellungen des Systems.',
  proxySilent: (proxy) => `Der Proxy ${proxy} hat die App nicht mit dem Server verbunden.`,
  proxyFails: (proxy, httpStatus) => `Der Proxy ${proxy} erreicht den Server nicht (HTTP ${httpStatus}).`,
  proxyRefuses: (proxy, httpStatus) => `Der Proxy ${proxy} lässt die App nicht zum Server durch (HTTP ${httpStatus}).`,
  loginPage:
    'Statt des Servers antwortete eine Anmeldeseite des Netzwerks. Öffnen Sie eine Webseite, melden Sie sich an und versuchen Sie es noch einmal. Es ging nichts verloren.',
  webPage:
    'Statt des Servers antwortete eine Webseite. Verlangt das Netzwerk eine Anmeldung, öffnen Sie eine Webseite, melden Sie sich an und versuchen Sie es noch einmal; sonst prüfen Sie die Adresse.',
  movedTo: (origin) => `Der Server möchte unter ${origin} erreicht werden. Bitte ändern Sie seine Adresse.`,
  fellSilent: 'Der Server ist verstummt.',
  serverEnded: 'Der Server hat die Verbindung beendet.',
  serverClosed: (code) => `Der Server hat die Verbindung geschlossen (${code}).`,
  tooLarge: 'Der Server hat eine übergroße Nachricht gesendet.',
  pageInstead: (httpStatus) => `Statt der Verbindung kam eine Webseite zurück (HTTP ${httpStatus}).`,
  refusedStream: (httpStatus) => `Der Server hat die Verbindung mit HTTP ${httpStatus} beantwortet.`,
  refusedCall: (httpStatus) => `Der Server hat mit HTTP ${httpStatus} geantwortet.`,
  notAtp: 'Was antwortete, spricht nicht das Agent Triage Protocol.',
  starting: 'Der Server startet.',
  readAnew: 'Der Verlauf war beschädigt und wird neu gelesen.',
  catchingUpFailed: 'Das Nachlesen ist unerwartet gescheitert.',
  sendingFailed: 'Das Senden ist unerwartet gescheitert.',
  notConnected: 'Dieses Konto ist nicht verbunden.',
  tokenChanged: 'Das Token wurde inzwischen geändert.',
  diskRefused: 'Der Datenträger hat es nicht angenommen.',
  certificateFileUnused: (file, why) => `Die Zertifikatsdatei ${file} wird nicht benutzt: ${why}.`,
  certificateFileHint: (path) =>
    `Gesucht wurde sie unter ${path}. Server, die sie brauchen, bleiben offline, bis sie da und in Ordnung ist.`,
  certificateFile: {
    none: 'sie enthält kein Zertifikat in PEM-Form („-----BEGIN CERTIFICATE-----“)',
    damaged: 'ein Zertifikat darin ist beschädigt',
    missing: 'es gibt keine solche Datei',
    folder: 'es ist ein Ordner',
    notPermitted: 'die App darf sie nicht lesen',
  },
};
