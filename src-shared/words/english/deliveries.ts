import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

/** What is said about the deliveries of answers to a service. */
export const deliveries = {
  title: 'Deliveries',
  hint: 'Each answer is posted to the service’s callback, and tried again for a while when that fails.',
  failed: 'The deliveries could not be read.',
  none: 'Nothing has been delivered yet.',
  noneWithoutCallback: 'Nothing is delivered: this service has no callback and reads its answers from the server.',
  list: (name: string) => `Deliveries of ${foreign(name)}`,
  refresh: 'Refresh',
  sendAgain: 'Send again',
  sendAgainOf: (title: string) => `Send again: ${foreign(title)}`,
  accepted: 'Accepted',
  acceptedAt: (time: string) => `Accepted at ${time}`,
  sending: (attempt: number) => `Sending, attempt ${number(attempt)}`,
  waiting: (attempt: number, time: string) => `Waiting for attempt ${number(attempt)} at ${time}`,
  refused: 'Refused',
  refusedWith: (status: number) => `Refused with HTTP ${status}`,
  givenUp: 'Given up',
  dropped: 'Not sent: the callback was taken away',
  notTried: 'Not tried yet',
  tried: (attempts: number) => plural(attempts, { one: 'attempt', other: 'attempts' }),
  triedLast: (attempts: number, time: string) =>
    `${plural(attempts, { one: 'attempt', other: 'attempts' })}, last at ${time}`,
  newest: (shown: number, total: number) => `The newest ${number(shown)} of ${number(total)}`,
};
