import { number } from '../plural.ts';

/** What the window as a whole says. */
export const shell = {
  app: 'Triage Inbox',
  windowTitle: (open: number) => (open === 0 ? 'Triage Inbox' : `(${number(open)}) Triage Inbox`),
  views: { inbox: 'Inbox', snoozed: 'Snoozed', history: 'History', settings: 'Settings' },
  startFailed: 'The inbox could not be read.',
  fault: 'This part of the window ran into a fault',
  faultHint: 'Nothing that you answered is lost. If it happens again, choose another item and tell us about this one.',
  tryAgain: 'Try again',
  detail: 'Question',
};
