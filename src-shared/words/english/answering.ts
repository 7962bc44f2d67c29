import type { WaitsFor } from '../../inbox/item.ts';
import type { ReturnReason } from '../../outbox/outbox.ts';
import { number } from '../plural.ts';

/** How a person's own answer stands. */
export const answering = {
  headings: {
    held: 'Saved',
    sending: 'Sending',
    accepted: 'Accepted by the server',
    delivered: 'Delivered to the agent',
  },
  waitingHeadings: {
    connection: 'Saved, waiting for the connection',
    server: 'Saved, the server asked to wait',
    token: 'Saved, waiting for the account’s token',
    resume: 'Saved, waiting for the account to be resumed',
  } satisfies Record<WaitsFor, string>,
  returnedHeadings: {
    'too-late': 'Too late: the question had expired',
    withdrawn: 'Not sent: the question was withdrawn',
    'already-answered': 'Already answered: somebody else was first',
    refused: 'The server did not accept this answer',
    'confirm-again': 'It waited too long: please confirm it once more',
  } satisfies Record<ReturnReason, string>,

  waitsForResume: 'The account is paused. It is kept on this computer and sent when you resume it in Settings.',
  waitsForToken:
    'It is kept on this computer. The server does not accept this app’s token: with one that it accepts, the answer goes out by itself.',
  waitsTryingNow: 'It is kept on this computer and sent as soon as that works. Trying now.',
  waitsTryingIn: (wait: string) => `It is kept on this computer and sent as soon as that works. Next try in ${wait}.`,
  correctIt: 'What you entered is still below. Correct it and send it again.',
  unsent: 'Not sent: what you had entered',

  send: 'Send',
  sendNamed: (action: string) => `Send ${action}`,
  /** What Send would send, and to whom. */
  sends: (answer: string, service: string) => `Sends ${answer} to ${service}`,
  sendsSentence: (answer: string, service: string) => `Sends ${answer} to ${service}.`,
  emptyText: 'an empty text',
  undo: 'Undo',
  willBeSentIn: (seconds: number) => `Will be sent in ${number(seconds)} s`,
  beingSent: 'Being sent now',
  lastTime: (why: string) => `Last time: ${why}`,
  serverSaid: (why: string) => `The server: ${why}`,
  untilServerHasIt: 'It is kept on this computer until the server says that it has it.',
  notPickedUp: 'The agent has not picked it up yet.',
  keptHere: 'It was not sent. Your words are kept here.',
  request: (id: string) => `request ${id}`,
  reviewAndConfirm: 'Review and confirm…',
  copyAnswer: 'Copy the answer',

  /** In a row's pill. */
  pills: {
    sendingIn: (seconds: number) => `sending in ${number(seconds)} s`,
    sending: 'sending',
    waiting: {
      connection: 'waiting for connection',
      server: 'waiting for connection',
      token: 'waiting for token',
      resume: 'waiting',
    } satisfies Record<WaitsFor, string>,
    sent: 'sent',
    cameBack: 'came back',
  },
};
