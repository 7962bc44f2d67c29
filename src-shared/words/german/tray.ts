import type { tray as english } from '../english/tray.ts';
import { number } from '../plural.ts';

export const tray: typeof english = {
  tooltip: (parts) => `Triage Inbox: ${parts.join(', ')}`,
  offline: 'offline',
  nothingWaits: 'nichts wartet',
  waiting: (count) => (count === 1 ? '1 Frage wartet' : `${number(count)} Fragen warten`),
  oneIsOffline: (name) => `${name} ist offline`,
  moreAreOffline: (name, others) =>
    others === 1 ? `${name} und ein weiterer sind offline` : `${name} und ${number(others)} weitere sind offline`,
  openInbox: 'Eingang öffnen',
  settings: 'Einstellungen',
  quit: 'Beenden',
  open: 'Öffnen…',
  pausedUntil: (time) => `Benachrichtigungen angehalten bis ${time}`,
  resume: 'Wieder zeigen',
  pause: 'Benachrichtigungen anhalten',
  forAnHour: 'Eine Stunde lang',
  untilTomorrow: 'Bis morgen, 8 Uhr',
};
