import { foreign } from '../foreign.ts';
import { plural } from '../plural.ts';

/** What Settings and the detail say about native notifications. */
export const notices = {
  native: 'Show a notification when a question arrives',
  content: 'Say in the notification what is asked',
  contentHint:
    'Switched off, it only says that something waits, and has no answers on it: good for screens that others see.',
  sound: 'Play a sound',
  soundHint: 'Once, when a question arrives.',
  reminder: 'Remind me before a deadline',
  reminderHint: 'Once, while the question still waits.',
  minutes: (n: number) => (n === 0 ? 'Never' : `${plural(n, { one: 'minute', other: 'minutes' })} before`),
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
};
