import { exact, plural } from '../plural.ts';

/** What native notifications say. */
export const notes = {
  reminder: (left: string) => `Reminder: ${left}`,
  somethingWaits: 'Something waits for you.',
  willBeSent: (seconds: number) => `Will be sent in ${seconds} s.`,
  quoted: (text: string) => `“${text}”`,
  more: (count: number) =>
    count === 1
      ? 'One more question waits for you'
      : plural(count, { one: 'more question waits for you', other: 'more questions wait for you' }),
  undo: 'Undo',
  open: 'Open',
  send: 'Send',
  reply: 'Reply…',
  /** A composer’s window, until its page says more. */
  replyTitle: 'Reply',
  review: 'Review…',
  /** What to type for a scale. */
  scale: (min: number, max: number, step: number) =>
    `${exact(min)} to ${exact(max)}${step === 1 ? '' : ` in steps of ${exact(step)}`}`,
  notShown: 'The system did not show a notification.',
  notShownHint: (why: string) => `${why} Your questions are in the inbox all the same.`,
  unsupported: 'This system has no notifications.',
  noReason: 'The system did not say why.',
  tooManyWait: 'Too many notifications wait for the notification service.',
  serviceSilent: 'The notification service does not answer.',
  keepsRunning: 'Triage Inbox keeps running',
  runsInTray: 'It goes on waiting for questions. Its icon in the tray shows them; Quit in the icon’s menu ends it.',
  runsWithoutTray:
    'It goes on waiting for questions and notifies you. Start it again to see its window; Quit in its File menu ends it.',
  testTitle: 'A test from Settings',
  testDescription:
    'This question took the way that every question takes. Its buttons work: press one, nothing happens but that this question is answered.',
  testWorks: 'It works',
  testFeel: 'What do you think?',
};
