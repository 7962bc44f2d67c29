import { form, number, plural } from '../plural.ts';

const answersOnTheWay = { one: 'answer on its way was', other: 'answers on their way were' };

/** What is said of files and disks that do not do their part. `kept`: the path of a file. */
export const storage = {
  /** Why nothing can be written, as the end of a sentence. */
  trouble: {
    full: 'the disk is full',
    'read-only': 'the data folder is read-only',
    'not-permitted': 'the data folder may not be written',
    failing: 'the disk reports an error',
    newer: 'it was written by a newer version of this app',
  },
  fileKept: (kept: string) => `The old file was kept as ${kept}.`,
  checkRoom: 'Check that the disk has room and that the data folder can be written.',
  settingsDamaged: 'Your settings could not be read, so the app started with the usual ones.',
  settingNotSaved: (why: string) => `The setting could not be saved: ${why}.`,
  accountsDamaged: 'The list of your accounts could not be read. Please add them again.',
  accountsKept: (kept: string) => `Their questions and answers are safe. The old file was kept as ${kept}.`,
  accountNotSaved: (why: string) => `The account could not be saved: ${why}.`,
  tokensDamaged: 'The tokens of your accounts could not be read. Please enter them again.',
  historyDamaged: (saved: number, isDone: boolean) => {
    const count = saved === 1 ? 'One entry' : `${number(saved)} entries`;
    const sofar = isDone ? `${count} of it could be saved.` : `${count} of it are saved so far; the rest follows.`;
    return `The history on this machine was damaged. Open questions are read anew from the server. ${sofar}`;
  },
  damagedKept: (kept: string) => `The damaged file was kept as ${kept}.`,
  nothingStored: (trouble: string) => `Nothing can be stored on this machine: ${trouble}.`,
  nothingStoredHint: 'What is shown may be old. Nothing was changed; the app goes on by itself once this is over.',
  questionsNotStored: (trouble: string) => `New questions cannot be stored on this machine: ${trouble}.`,
  questionsNotStoredHint: 'They are read from the server again as soon as this is over.',
  notStored: (trouble: string) => `What came could not be stored: ${trouble}.`,
  notSaved: (trouble: string) => `This could not be saved: ${trouble}.`,
  answersDamaged: (saved: number) =>
    `The file with your answers was damaged. ${saved === 1 ? 'One' : number(saved)} ${form(saved, answersOnTheWay)} saved from it.`,
  answersDamagedHint: (kept: string) =>
    `Please look at your open questions again. The damaged file was kept as ${kept}.`,
  answersUnreadable: (count: number) =>
    `${count === 1 ? 'One answer' : plural(count, { one: 'answer', other: 'answers' })} on the way can no longer be read and will not be sent.`,
  answersUnreadableHint: 'Please look at your open questions again and answer what is still open.',
  answersNotSaved: (trouble: string) => `Answers cannot be saved on this machine: ${trouble}.`,
  answersNotSavedHint: 'Nothing is sent until this is over. The app goes on by itself then.',
  answersNotWritten: (trouble: string) => `Your answers cannot be written to disk: ${trouble}.`,
  answersNotWrittenHint: 'Make room on the disk. The app goes on by itself.',
  answersKept: (count: number) =>
    `${count === 1 ? 'An answer' : `${number(count)} answers`} could not be sent before the app was closed.`,
  answersKeptHint: (count: number) =>
    `${form(count, { one: 'It is', other: 'They are' })} kept and will be sent as soon as that works.`,
};
