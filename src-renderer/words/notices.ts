import type { NoticeRecord } from '#shared/native/notice-record';
import { words as catalogue } from '#shared/words/words';
import { foreignWords as foreign, number, timeOfDay } from './shell.ts';

/** What Settings and the detail say about native notifications. */
export const noticeWords = {
  native: 'Show a notification when a question arrives',
  content: 'Say in the notification what is asked',
  contentHint:
    'Switched off, it only says that something waits, and has no answers on it: good for screens that others see.',
  sound: 'Play a sound',
  soundHint: 'Once, when a question arrives.',
  reminder: 'Remind me before a deadline',
  reminderHint: 'Once, while the question still waits.',
  minutes: (n: number) => (n === 0 ? 'Never' : n === 1 ? '1 minute before' : `${number(n)} minutes before`),
  doNotDisturb: 'Be silent while the system’s do-not-disturb is on',
  doNotDisturbHint: 'Where the system tells.',

  pause: 'Pause notifications',
  pauseHint: 'Questions still come in and wait in the inbox.',
  pausedUntil: (when: string) => `Paused until ${when}`,
  pauseHour: 'For one hour',
  pauseTomorrow: 'Until tomorrow, 8 o’clock',
  resume: 'Show them again',

  quietHours: 'Quiet hours',
  quietHoursHint: 'No notifications in these hours.',
  from: 'From',
  to: 'To',
  days: 'Beginning on',
  letsDueSoonPass: 'Let what is due within the hour through',

  muted: 'Muted services',
  mutedUntil: (when: string) => `Muted until ${when}`,
  unmute: 'Unmute',
  unmuteOf: (name: string) => `Unmute ${foreign(name)}`,
  muteHour: 'Mute for 1 hour',
  muteDay: 'Mute for 1 day',

  test: 'Try it',
  testHint: 'A question is asked the way agents ask. What it raises is what theirs raise.',
  sendTest: 'Send a test notification',
  testSent: 'The test question was asked. If no notification shows, the list below says why.',
  testFailed: 'The test question could not be asked.',

  why: {
    hint: 'What was decided about the latest questions, the newest first.',
    refresh: 'Refresh',
    failed: 'The decisions could not be read.',
    none: 'Nothing has been decided yet.',
    list: 'Decisions about notifications',
    showAll: (n: number) => `Show all ${number(n)}`,
    untitled: 'A question without a title',
    open: (title: string) => `Open ${foreign(title)}`,
  },
} as const;

/** When something ends: the time, with the weekday where that is not today. */
export function untilWords(ms: number, now: number, locale: string): string {
  const time = timeOfDay(ms, locale);
  if (new Date(ms).toDateString() === new Date(now).toDateString()) return time;
  return `${new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(ms)}, ${time}`;
}

const becauseWords: Record<NonNullable<NoticeRecord['because']>, string> = {
  'not-open': 'it was over already',
  answered: 'your answer was on its way',
  'switched-off': 'notifications are switched off',
  paused: 'notifications were paused',
  muted: 'its service was muted',
  'do-not-disturb': 'the system’s do-not-disturb was on',
  'quiet-hours': 'quiet hours',
  'on-screen': 'you had it before you',
  'no-service': 'this system has no notification service that could show it',
};

/** One decision in words: "Shown", "Not shown: quiet hours". */
export function decisionWords({ occasion, outcome, because, why }: NoticeRecord): string {
  const isReminder = occasion === 'reminder';
  if (occasion === 'returned') return catalogue.snooze.noticed(outcome, because && becauseWords[because], why);
  switch (outcome) {
    case 'shown':
      return isReminder ? 'Shown as a reminder: its deadline came near' : 'Shown';
    case 'summary':
      return 'Counted in a summary: many came at once';
    case 'failed':
      return `The system did not show it${why ? `: ${foreign(why, 200)}` : ''}`;
    case 'withheld': {
      const words = because === undefined ? '' : `: ${becauseWords[because]}`;
      return `${isReminder ? 'No reminder' : 'Not shown'}${words}`;
    }
  }
}
