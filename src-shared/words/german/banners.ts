import type { banners as english } from '../english/banners.ts';
import { foreign } from '../foreign.ts';
import { dative } from './dative.ts';

export const banners: typeof english = {
  offline: (account) => `Keine Verbindung zu ${foreign(account)}.`,
  offlineHint: 'Was Sie jetzt beantworten, wird aufbewahrt und gesendet, sobald sie wieder da ist.',
  retryingNow: 'Gerade wird es noch einmal versucht.',
  retryIn: (wait) => `Nächster Versuch in ${dative(wait)}.`,
  retryNow: 'Jetzt versuchen',
  refused: (account) => `${foreign(account)} hat die Verbindung abgelehnt.`,
  refusedHint: {
    unauthorized: 'Das Token ist nicht mehr gültig.',
    forbidden: 'Das Token darf diesen Eingang nicht lesen.',
    version: 'Der Server spricht eine Version des Protokolls, die diese App nicht kennt.',
    policy: 'Die Regeln des Servers erlauben diese Verbindung nicht.',
  },
  told: 'Der Server bat uns, bis dahin zu warten.',
  localFailed: 'Der Server auf diesem Rechner läuft nicht.',
  viaEvents: 'WebSocket ist hier gesperrt: verbunden über Server-Sent Events',
  viaPolling: 'WebSocket ist hier gesperrt: Nachfrage alle 15 s',
  dismiss: 'Ausblenden',
};
