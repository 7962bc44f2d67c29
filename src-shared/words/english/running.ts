/** What the app as a whole says: at its start, of a fault of its own, and when it has to ask. */
export const running = {
  /** What the app is for, where the desktop lists programs. */
  purpose: 'Answer the questions of AI agents',
  cannotStart: 'Triage Inbox cannot start',
  folderInUse: (folder: string) => `Another Triage Inbox is using the data folder ${folder}.`,
  bug: 'Something in the app went wrong. What you saved is safe.',
  bugHint: (path: string) => `Details are in ${path}.`,
  notOurPage: 'This call does not come from the app’s own page.',
  notUnderstood: 'This call was not understood.',
  callFailed: 'Something went wrong in the app. It was written to the log.',
  whichServer: 'This link fits a question of each of these servers. Which one do you mean?',
  cancel: 'Cancel',
  loginStartFailed: 'Starting at login could not be changed.',
};
