import type { search as english } from '../english/search.ts';
import { number } from '../plural.ts';

export const search: typeof english = {
  suggestions: 'Filter',
  removeFilter: 'Diesen Filter entfernen',
  otherView: {
    inbox: 'Stattdessen im Verlauf suchen',
    snoozed: 'Stattdessen im Verlauf suchen',
    history: 'Stattdessen im Eingang suchen',
  },
  hints: {
    service: 'wer gefragt hat: service:"release bot"',
    project: 'das Projekt, um das es geht',
    flag: 'was eine Antwort bewirkt: flag:costly',
    account: 'das Konto, an das gefragt wurde',
    status: 'open, answered, expired oder withdrawn',
    type: 'wie geantwortet wird: type:choice',
    answered: 'von wem: answered:me',
    before: 'vor einem Tag: before:2026-01-15',
    after: 'nach einem Tag: after:yesterday',
    on: 'ein Tag, ein Monat oder ein Jahr: on:2026-01',
  },
  more: 'Wörter in "Anführungszeichen" stehen zusammen; ein Minus schließt aus, was ihm folgt.',
  newest: (shown, count) => `Die neuesten ${number(shown)} von ${number(count)}.`,
  newestOfMore: (shown, count) => `Die neuesten ${number(shown)} von mehr als ${number(count)}.`,
  indexing: 'Ältere Einträge werden noch für die Suche vorbereitet.',
};
