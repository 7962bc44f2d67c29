import { visibleText } from '../../text/hidden-characters.ts';

/** What the composer says. */
export const composer = {
  windowTitle: (label: string) => `${visibleText(label)} – Triage Inbox`,
  openInInbox: 'Open in inbox',
  cancel: 'Cancel',
  close: 'Close',
  refused: 'Your reply was not sent.',
  youWrote: 'You wrote',
  untitled: 'Untitled question',
  answeredHere: 'You have answered this question.',
  noAction: 'This question no longer offers this answer.',
  changed: 'This question changed. Read it again before you answer.',
  readAgain: 'I have read it',
};
