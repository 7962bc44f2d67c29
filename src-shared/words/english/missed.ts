import type { Missed } from '../../inbox/missed.ts';
import { number } from '../plural.ts';

/** What is said about questions that ended while nobody looked. */
export const missed = {
  heading: 'While you were away',
  summary: ({ expired, withdrawn, answered }: Missed) =>
    [
      expired > 0 ? `${number(expired)} expired` : undefined,
      withdrawn > 0 ? `${number(withdrawn)} withdrawn` : undefined,
      answered > 0 ? `${number(answered)} answered elsewhere` : undefined,
    ]
      .filter(Boolean)
      .join(', '),
  show: 'Show',
  hide: 'Hide',
  list: 'What ended while you were away',
  more: (n: number) => `${number(n)} more in History`,
  inHistory: 'Open History',
  dismiss: 'Dismiss',
  failed: 'The list could not be read.',
};
