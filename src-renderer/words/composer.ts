import { visibleText } from '#shared/text/hidden-characters';

/** What the composer says. */
export const composerWords = {
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

/** What the popover says besides the inbox in it. */
export const popoverWords = { openInWindow: 'Open in window' };
