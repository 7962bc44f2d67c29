import type { deliveries as english } from '../english/deliveries.ts';
import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

export const deliveries: typeof english = {
  title: 'Zustellungen',
  hint: 'Jede Antwort geht an die Callback-Adresse des Dienstes; schlägt das fehl, wird es eine Weile noch einmal versucht.',
  failed: 'Die Zustellungen konnten nicht gelesen werden.',
  none: 'Es wurde noch nichts zugestellt.',
  noneWithoutCallback:
    'Nichts wird zugestellt: Dieser Dienst hat keine Callback-Adresse und liest seine Antworten vom Server.',
  list: (name) => `Zustellungen an ${foreign(name)}`,
  refresh: 'Neu laden',
  sendAgain: 'Noch einmal senden',
  sendAgainOf: (title) => `Noch einmal senden: ${foreign(title)}`,
  accepted: 'Angenommen',
  acceptedAt: (time) => `Angenommen: ${time}`,
  sending: (attempt) => `Wird gesendet, Versuch ${number(attempt)}`,
  waiting: (attempt, time) => `Versuch ${number(attempt)} folgt: ${time}`,
  refused: 'Abgelehnt',
  refusedWith: (status) => `Abgelehnt mit HTTP ${status}`,
  givenUp: 'Aufgegeben',
  dropped: 'Nicht gesendet: Die Callback-Adresse wurde entfernt',
  notTried: 'Noch nicht versucht',
  tried: (attempts) => plural(attempts, { one: 'Versuch', other: 'Versuche' }),
  triedLast: (attempts, time) => `${plural(attempts, { one: 'Versuch', other: 'Versuche' })}, zuletzt ${time}`,
  newest: (shown, total) => `Die neuesten ${number(shown)} von ${number(total)}`,
};
