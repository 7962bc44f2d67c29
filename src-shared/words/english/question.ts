/** What stands around a question that is open in the window. */
export const question = {
  untitled: 'Untitled question',
  unnamedService: 'Unnamed service',
  theService: 'the service',
  back: 'Back to the list',
  askedJustNow: 'asked just now',
  askedAgo: (age: string) => `asked ${age} ago`,
  opening: 'Opening…',
  openLink: 'Open this link outside of Triage Inbox?',
  offered: (answers: string) => `Answers that were offered: ${answers}`,
  readOnly: 'This question can only be read here.',
  readOnlyBecause: (version: string) =>
    `It is written in version ${version} of the protocol; this app answers version 1.`,
  late: 'The deadline has passed.',
  lateHint: 'An answer may come too late: the server decides.',
  changed: 'This question changed while you were reading it.',
  changedHint: 'Nothing was sent. Read it once more before you answer.',
  readAgain: 'I have read it again',
};
