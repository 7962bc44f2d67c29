import type { missed as english } from '../english/missed.ts';
import { number } from '../plural.ts';

export const missed: typeof english = {
  heading: 'Während Sie weg waren',
  summary: ({ expired, withdrawn, answered }) =>
    [
      expired > 0 ? `${number(expired)} abgelaufen` : undefined,
      withdrawn > 0 ? `${number(withdrawn)} zurückgezogen` : undefined,
      answered > 0 ? `${number(answered)} anderswo beantwortet` : undefined,
    ]
      .filter(Boolean)
      .join(', '),
  show: 'Anzeigen',
  hide: 'Ausblenden',
  list: 'Was endete, während Sie weg waren',
  more: (n) => `${number(n)} weitere im Verlauf`,
  inHistory: 'Verlauf öffnen',
  dismiss: 'Verwerfen',
  failed: 'Die Liste konnte nicht gelesen werden.',
};
