import type { notices as english } from '../english/notices.ts';
import { foreign } from '../foreign.ts';
import { plural } from '../plural.ts';

export const notices: typeof english = {
  native: 'Eine Benachrichtigung zeigen, wenn eine Frage ankommt',
  content: 'In der Benachrichtigung sagen, was gefragt wird',
  contentHint:
    'Ausgeschaltet sagt sie nur, dass etwas wartet, und nimmt keine Antwort an: gut für Bildschirme, die andere sehen.',
  sound: 'Einen Ton spielen',
  soundHint: 'Einmal, wenn eine Frage ankommt.',
  reminder: 'Vor einer Frist erinnern',
  reminderHint: 'Einmal, solange die Frage noch wartet.',
  minutes: (n) => (n === 0 ? 'Nie' : `${plural(n, { one: 'Minute', other: 'Minuten' })} vorher`),
  doNotDisturb: 'Still sein, solange „Nicht stören“ des Systems an ist',
  doNotDisturbHint: 'Wo das System es verrät.',

  pause: 'Benachrichtigungen anhalten',
  pauseHint: 'Fragen kommen trotzdem an und warten im Eingang.',
  pausedUntil: (when) => `Angehalten bis ${when}`,
  pauseHour: 'Eine Stunde lang',
  pauseTomorrow: 'Bis morgen, 8 Uhr',
  resume: 'Wieder zeigen',

  quietHours: 'Ruhezeiten',
  quietHoursHint: 'Keine Benachrichtigungen in diesen Stunden.',
  from: 'Von',
  to: 'Bis',
  days: 'Beginn am',
  letsDueSoonPass: 'Durchlassen, was binnen einer Stunde fällig ist',

  muted: 'Stummgeschaltete Dienste',
  mutedUntil: (when) => `Stumm bis ${when}`,
  unmute: 'Stummschaltung aufheben',
  unmuteOf: (name) => `Stummschaltung von ${foreign(name)} aufheben`,
  muteHour: '1 Stunde stumm',
  muteDay: '1 Tag stumm',

  test: 'Ausprobieren',
  testHint: 'Eine Frage wird so gestellt, wie Agenten fragen. Was sie auslöst, lösen auch deren Fragen aus.',
  sendTest: 'Eine Probe-Benachrichtigung senden',
  testSent: 'Die Probefrage ist gestellt. Erscheint keine Benachrichtigung, sagt die Liste unten, warum.',
  testFailed: 'Die Probefrage konnte nicht gestellt werden.',
};
