import type { Section } from '../../inbox/urgency.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

/** What the lists of questions say. */
export const list = {
  search: { inbox: 'Search the inbox', snoozed: 'Search what is snoozed', history: 'Search History' },
  clearSearch: 'Clear search',
  sections: { pinned: 'Pinned', 'due-soon': 'Due soon', waiting: 'Waiting' } satisfies Record<Section, string>,
  newcomers: (n: number) => `${number(n)} new`,
  unread: 'unread',
  draft: 'draft',
  moreFlags: (n: number) => `+${number(n)}`,
  onlyService: (name: string) => `Only ${foreign(name, 40)}`,
  showAll: 'Show everything again',
  loading: 'Loading',
  failed: 'The list could not be read.',
  untitled: 'A question without a title',
};
