import type { AnswerPlace } from '../../history/decision-record.ts';

/** What happened to a question, in order: each with what it is called and what is said beside it. */
export const receipts = {
  title: 'Receipts',
  asked: 'Asked',
  askedBy: (service: string) => `by ${service}`,
  received: 'Received',
  receivedHere: 'on this computer',
  receivedLate: (wait: string) => `on this computer, ${wait} later`,
  seen: 'Seen',
  seenHere: 'on this computer',
  unseen: 'without having been seen here',
  answered: 'Answered',
  byYou: (said: string, wait: string) => `“${said}” by you, after ${wait}`,
  byYouIn: {
    window: (said: string, wait: string) => `“${said}” by you in this window, after ${wait}`,
    notification: (said: string, wait: string) => `“${said}” by you on the notification, after ${wait}`,
    tray: (said: string, wait: string) => `“${said}” by you from the tray, after ${wait}`,
    composer: (said: string, wait: string) => `“${said}” by you in the composer, after ${wait}`,
  } satisfies Record<AnswerPlace, (said: string, wait: string) => string>,
  cameBack: (said: string, why: string) => `“${said}”: ${why}`,
  elsewhere: (wait: string) => `after ${wait}`,
  elsewhereSaid: (said: string, wait: string) => `“${said}”, after ${wait}`,
  notSent: 'Not sent yet',
  accepted: 'Accepted',
  byServer: 'by the server',
  byServerLate: (wait: string) => `by the server, ${wait} after you answered`,
  delivered: 'Delivered',
  toAgent: 'to the agent',
  toAgentLate: (wait: string) => `to the agent, ${wait} later`,
  notPickedUp: 'Not picked up',
  notPickedUpYet: 'by the agent yet',
};
