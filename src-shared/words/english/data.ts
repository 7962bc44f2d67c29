import { number, plural } from '../plural.ts';

const questions = (n: number) => plural(n, { one: 'question', other: 'questions' });
const answers = (n: number) => plural(n, { one: 'answer', other: 'answers' });

/** What Settings › Data says of backups, of restoring them and of erasing everything. */
export const data = {
  backUp: 'Back up',
  backUpHint:
    'One file with your questions, History, drafts, answers, settings and the list of your accounts. Tokens and keys are not in it, nor the services registered on this computer.',
  fileName: (day: string) => `triage-inbox-${day}.zip`,
  fileKind: 'Backup of Triage Inbox',
  start: 'Back up…',
  backingUp: 'Writing the backup',
  backedUp: (path: string) => `Saved as ${path}.`,
  progress: (done: string, total: string) => `${done} of ${total}`,
  megabytes: (n: number) => `${number(n)} MB`,
  cancel: 'Cancel',
  notBackedUp: (why: string) => `The backup could not be written: ${why}.`,
  notBackedUpHint: 'Nothing was changed. Check that there is room where it should go.',

  restore: 'Restore a backup',
  restoreHint: 'The file is read through first. Nothing changes before you agree.',
  choose: 'Choose a file…',
  checking: 'Reading the backup',
  restoreTitle: 'Restore this backup?',
  facts: {
    createdAt: 'Made',
    app: 'Version',
    open: 'Open questions',
    history: 'History',
    drafts: 'Drafts',
    waiting: 'Answers on their way',
    accounts: 'Added accounts',
  },
  restoreBody:
    'Questions, History, drafts and settings become those of the backup. What is here now is set aside in the data folder, not deleted. Then the app starts again.',
  restoreWaiting: (n: number) =>
    n === 1
      ? 'One answer had not reached its server when the backup was made. Nothing is sent by restoring: unless it was sent since, it waits for you to confirm it.'
      : `${answers(n)} had not reached their servers when the backup was made. Nothing is sent by restoring: those that were not sent since wait for you to confirm them.`,
  restoreInFlight: (n: number) =>
    `${answers(n)} given since ${n === 1 ? 'has' : 'have'} not been sent yet. The app tries once more before it closes. What cannot go is kept, and comes back to you if the backup does not know its question.`,
  restoreTokens: 'Accounts whose tokens are not on this computer ask for them again.',
  restoreConfirm: 'Restore and restart',
  restored: (when: string) => `The backup of ${when} was restored.`,
  restoredHint: (folder: string) =>
    `What was here before is kept in ${folder}. Delete that folder when you no longer need it.`,
  confirmAgain: 'This answer comes from a backup and was not sent. Confirm it if it still counts.',
  notRestored: 'The backup was not restored. Everything is as it was.',
  notRestoredHint: 'Check that the disk has room, then choose the file again.',
  faults: {
    foreign: 'This file is not a backup of Triage Inbox.',
    newer: 'This backup was made by a newer version of Triage Inbox.',
    damaged: 'This backup is damaged.',
  },
  faultHints: {
    foreign: 'Nothing was changed. Choose a file that was made with “Back up”.',
    newer: 'Nothing was changed. Update the app, then try again.',
    damaged: 'Nothing was changed. Try another copy of it.',
  },
  noRoom: (why: string) => `The backup could not be unpacked: ${why}.`,
  noRoomHint: 'Nothing was changed. Make room on the disk, then try again.',
  busy: 'Something else is being done with your data. Wait until it is through.',
  nothingChecked: 'No backup was read yet. Choose the file again.',

  erase: 'Erase everything',
  eraseHint: 'Removes all that this app stores on this computer, then quits.',
  eraseStart: 'Erase everything…',
  eraseTitle: 'Erase everything?',
  eraseLead: 'This cannot be undone. These go:',
  erased: (open: number, history: number) => [
    `${questions(open)} that ${open === 1 ? 'is' : 'are'} open, ${number(history)} in History, and all drafts`,
    'Accounts with their tokens, and every setting',
    'The server on this computer: its services, their keys and what it still has to deliver',
    'Logs, and what earlier restores set aside',
    'The start at login, and the app’s place as the one that opens its links',
  ],
  eraseInFlight: (n: number) =>
    `${answers(n)} ${n === 1 ? 'is' : 'are'} not sent yet. The app tries once more before it closes; what cannot go is lost.`,
  eraseStays: 'Backups and exports that you saved elsewhere stay.',
  eraseWord: 'erase',
  eraseType: (word: string) => `Type “${word}” to confirm`,
  eraseConfirm: 'Erase and quit',
  notErased: (why: string) => `Nothing was erased: ${why}.`,
  leftBehind: (names: string) => `These could not be removed: ${names}`,

  leaving: {
    restore: 'The app closes and starts again with the backup…',
    erase: 'The app closes and erases everything…',
  },
};
