import type { SnoozeName } from '../../inbox/snooze.ts';
import type { NoticeRecord } from '../../native/notice-record.ts';
import { foreign } from '../foreign.ts';

/** What is said about questions that are put off, pinned, or over. */
export const snooze = {
  button: 'Snooze',
  heading: 'Snooze until',
  options: {
    'in-an-hour': 'In 1 hour',
    'this-evening': 'This evening',
    tomorrow: 'Tomorrow',
    'next-week': 'Next week',
    'before-deadline': '10 minutes before the deadline',
  } satisfies Record<SnoozeName, string>,
  pick: 'Pick a date and time',
  pickButton: 'Snooze until then',
  bringBack: 'Back to the inbox now',
  latest: (when: string) => `It is back ${when} at the latest, 10 minutes before its deadline.`,
  tooNear: 'Its deadline is too near: a question is back 10 minutes before its deadline at the latest.',
  wantsMoment: 'Pick a date and a time.',
  isPast: 'This moment is over already. Pick a later one.',
  isTooLate: (when: string) => `This would be past its deadline. Pick ${when} at the latest.`,

  today: (time: string) => `today, ${time}`,
  tomorrow: (time: string) => `tomorrow, ${time}`,
  other: (day: string, time: string) => `${day}, ${time}`,

  until: (when: string) => `Snoozed until ${when}`,
  untilHint: 'It can be answered here all the same.',
  toast: (title: string, when: string) => `“${foreign(title, 50)}” is snoozed until ${when}`,
  broughtBack: (title: string) => `“${foreign(title, 50)}” is back in the inbox`,
  undo: 'Undo',
  stillOpen: 'This question still waits for an answer. It can be snoozed.',

  empty: 'Nothing is snoozed',
  emptyHint: 'What you snooze waits here. It comes back by itself, and in time for its deadline.',

  back: 'back',
  pinned: 'pinned',
  pin: 'Pin',
  archive: 'Done',

  /** Why an item was not put off. */
  isOver: 'This question is over.',

  noteReturned: 'Back from your snooze',
  /** One decision about the notification of a question that came back, for “Why was I notified?”. */
  noticed: (outcome: NoticeRecord['outcome'], because: string | undefined, why: string | undefined): string => {
    switch (outcome) {
      case 'shown':
        return 'Shown: it came back from your snooze';
      case 'summary':
        return 'Back from your snooze, counted in a summary: many came at once';
      case 'failed':
        return `Back from your snooze, but the system did not show it${why ? `: ${foreign(why, 200)}` : ''}`;
      case 'withheld':
        return `Back from your snooze, not shown${because ? `: ${because}` : ''}`;
    }
  },
};
