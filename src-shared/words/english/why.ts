import type { NoticeRecord } from '../../native/notice-record.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

/** What Settings says about the decisions on notifications. */
export const why = {
  hint: 'What was decided about the latest questions, the newest first.',
  refresh: 'Refresh',
  failed: 'The decisions could not be read.',
  none: 'Nothing has been decided yet.',
  list: 'Decisions about notifications',
  showAll: (n: number) => `Show all ${number(n)}`,
  untitled: 'A question without a title',
  open: (title: string) => `Open ${foreign(title)}`,
  shown: 'Shown',
  shownAsReminder: 'Shown as a reminder: its deadline came near',
  summary: 'Counted in a summary: many came at once',
  notShownBySystem: 'The system did not show it',
  refusedBySystem: (why: string) => `The system did not show it: ${foreign(why, 200)}`,
  withheld: 'Not shown',
  withheldReminder: 'No reminder',
  withheldBecause: (reason: string) => `Not shown: ${reason}`,
  withheldReminderBecause: (reason: string) => `No reminder: ${reason}`,
  reasons: {
    'not-open': 'it was over already',
    answered: 'your answer was on its way',
    'switched-off': 'notifications are switched off',
    paused: 'notifications were paused',
    muted: 'its service was muted',
    'do-not-disturb': 'the system’s do-not-disturb was on',
    'quiet-hours': 'quiet hours',
    'on-screen': 'you had it before you',
    'no-service': 'this system has no notification service that could show it',
  } satisfies Record<NonNullable<NoticeRecord['because']>, string>,
};
