import type { BatchPlan, NotTogether } from '../../inbox/batch.ts';
import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

type NothingBecause = Extract<BatchPlan, { can: 'nothing' }>['because'];

const questions = (n: number) => plural(n, { one: 'question', other: 'questions' });

export const batch = {
  region: 'Selected questions',
  selected: (n: number) => `${number(n)} selected`,
  clear: 'Clear the selection',
  reading: (done: number, total: number) => `Reading ${number(done)} of ${number(total)}`,
  tooMany: (limit: number) => `At most ${number(limit)} can be answered together.`,
  leftOut: (n: number) =>
    `${plural(n, { one: 'of them takes', other: 'of them take' })} no answer now, and ${n === 1 ? 'is' : 'are'} left out.`,
  nothing: {
    'none-open': 'None of these takes an answer now.',
    'several-services': 'Only questions of one service can be answered together.',
    'no-action': 'These have no answer that could be given to all of them.',
  } satisfies Record<NothingBecause, string>,
  why: 'Why not the others?',
  refused: {
    flagged: 'asks for a confirmation of its own each time',
    written: 'is written for each question by itself',
    'not-offered-by-all': 'is not offered by all of them',
    'not-the-same': 'is not the same in all of them',
    'unknown-type': 'cannot be answered here',
  } satisfies Record<NotTogether, string>,
  refusedAction: (label: string, because: string) => `“${foreign(label, 60)}” ${because}.`,
  answerWith: (label: string, n: number) => `Answer ${questions(n)} with “${foreign(label, 256)}”`,
  title: (n: number) => `Answer ${questions(n)} together?`,
  sends: 'Sends',
  to: (n: number) => `to ${questions(n)} of`,
  noAnswerYet: 'Choose what to send.',
  items: 'Questions that are answered',
  confirm: (n: number) => `Answer ${number(n)}`,
  cancel: 'Cancel',
  allTicked: 'Untick what should not be answered.',
  saving: (done: number, total: number) => `Saving ${number(done)} of ${number(total)}`,
  stop: 'Stop',
  undoAll: 'Undo all',
  details: 'Results',
  close: 'Close',
  resultTitle: (label: string) => `Answered with “${foreign(label, 60)}”`,
  inSeconds: (seconds: number) => ` in ${number(seconds)} s`,
  outcomes: {
    saving: 'being saved',
    'not-tried': 'not answered: stopped before',
    'not-saved': 'not answered',
    held: 'will be sent',
    waiting: 'saved, waiting for the server',
    sending: 'sending',
    sent: 'sent',
    'taken-back': 'taken back, nothing was sent',
    'too-late': 'too late: the deadline had passed',
    withdrawn: 'withdrawn before it was sent',
    'already-answered': 'already answered by somebody else',
    refused: 'refused by the server',
    'confirm-again': 'came back to be confirmed again',
  },
  counted: (n: number, outcome: string) => `${number(n)} ${outcome}`,
};
