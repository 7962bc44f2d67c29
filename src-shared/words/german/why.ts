import type { why as english } from '../english/why.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

export const why: typeof english = {
  hint: 'Was über die letzten Fragen entschieden wurde, die neuesten zuerst.',
  refresh: 'Neu laden',
  failed: 'Die Entscheidungen konnten nicht gelesen werden.',
  none: 'Es wurde noch nichts entschieden.',
  list: 'Entscheidungen über Benachrichtigungen',
  showAll: (n) => `Alle ${number(n)} zeigen`,
  untitled: 'Eine Frage ohne Titel',
  open: (title) => `${foreign(title)} öffnen`,
  shown: 'Gezeigt',
  shownAsReminder: 'Als Erinnerung gezeigt: Die Frist rückte näher',
  summary: 'In einer Zusammenfassung gezählt: Viele kamen auf einmal',
  notShownBySystem: 'Das System hat sie nicht gezeigt',
  refusedBySystem: (why) => `Das System hat sie nicht gezeigt: ${foreign(why, 200)}`,
  withheld: 'Nicht gezeigt',
  withheldReminder: 'Keine Erinnerung',
  withheldBecause: (reason) => `Nicht gezeigt: ${reason}`,
  withheldReminderBecause: (reason) => `Keine Erinnerung: ${reason}`,
  reasons: {
    'not-open': 'sie war schon vorbei',
    answered: 'Ihre Antwort war unterwegs',
    'switched-off': 'Benachrichtigungen sind ausgeschaltet',
    paused: 'Benachrichtigungen waren angehalten',
    muted: 'ihr Dienst war stummgeschaltet',
    'do-not-disturb': '„Nicht stören“ des Systems war an',
    'quiet-hours': 'Ruhezeit',
    'on-screen': 'Sie hatten sie vor sich',
    'no-service': 'dieses System hat keinen Benachrichtigungsdienst, der sie zeigen könnte',
  },
};
