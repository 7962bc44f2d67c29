import type { list as english } from '../english/list.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

export const list: typeof english = {
  search: { inbox: 'Im Eingang suchen', snoozed: 'Zurückgestelltes durchsuchen', history: 'Im Verlauf suchen' },
  clearSearch: 'Suche leeren',
  sections: { pinned: 'Angeheftet', 'due-soon': 'Bald fällig', waiting: 'Wartend' },
  newcomers: (n) => `${number(n)} neu`,
  unread: 'ungelesen',
  draft: 'Entwurf',
  moreFlags: (n) => `+${number(n)}`,
  onlyService: (name) => `Nur ${foreign(name, 40)}`,
  showAll: 'Wieder alles zeigen',
  loading: 'Wird geladen',
  failed: 'Die Liste konnte nicht gelesen werden.',
  untitled: 'Eine Frage ohne Titel',
};
