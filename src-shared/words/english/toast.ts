import type { WaitsFor } from '../../inbox/item.ts';
import type { ReturnReason } from '../../outbox/outbox.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

/** What is said of answers on their way. */
export const toast = {
  region: 'Answers on their way',
  willBeSent: (answer: string) => `“${foreign(answer, 60)}” will be sent`,
  inSeconds: (seconds: number) => ` in ${number(seconds)} s`,
  undo: 'Undo',
  open: 'Open',
  sending: (answer: string) => `Sending “${foreign(answer, 60)}”`,
  sent: (answer: string) => `“${foreign(answer, 60)}” was sent`,
  waiting: {
    connection: (answer: string) =>
      `“${foreign(answer, 60)}” is saved. It will be sent when the server can be reached.`,
    server: (answer: string) =>
      `“${foreign(answer, 60)}” is saved. It will be sent as soon as the server has time for it.`,
    token: (answer: string) =>
      `“${foreign(answer, 60)}” is saved. It will be sent once the server accepts this app’s token again.`,
    resume: (answer: string) => `“${foreign(answer, 60)}” is saved. It will be sent when its account is resumed.`,
  } satisfies Record<WaitsFor, (answer: string) => string>,
  takenBack: (answer: string) => `“${foreign(answer, 60)}” was taken back. Nothing was sent.`,
  notUndone: (message: string) => foreign(message, 200),
  returned: {
    'too-late': (answer: string) => `“${foreign(answer, 60)}” was not sent: the deadline had passed.`,
    withdrawn: (answer: string) => `“${foreign(answer, 60)}” was not sent: the question was withdrawn.`,
    'already-answered': (answer: string) => `“${foreign(answer, 60)}” was not sent: already answered by somebody else.`,
    refused: (answer: string) => `“${foreign(answer, 60)}” was not sent: the server refused it.`,
    'confirm-again': (answer: string) =>
      `“${foreign(answer, 60)}” was not sent: it waited so long that it needs your confirmation again.`,
  } satisfies Record<ReturnReason, (answer: string) => string>,
  lostTo: (answer: string, winner: string) =>
    `“${foreign(answer, 60)}” was not sent: already answered by ${foreign(winner, 40)}.`,
};
