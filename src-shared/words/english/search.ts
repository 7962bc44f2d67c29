import type { FilterName } from '../../inbox/search/query.ts';
import { number } from '../plural.ts';

/** What searching says. */
export const search = {
  suggestions: 'Filters',
  removeFilter: 'Remove this filter',
  otherView: {
    inbox: 'Search History instead',
    snoozed: 'Search History instead',
    history: 'Search the inbox instead',
  },
  hints: {
    service: 'who asked: service:"release bot"',
    project: 'the project it is about',
    flag: 'what an answer would do: flag:costly',
    account: 'the account it came to',
    status: 'open, answered, expired or withdrawn',
    type: 'how it is answered: type:choice',
    answered: 'by whom: answered:me',
    before: 'before a day: before:2026-01-15',
    after: 'after a day: after:yesterday',
    on: 'a day, a month or a year: on:2026-01',
  } satisfies Record<FilterName, string>,
  more: 'Words in “quotes” stand together; a minus leaves out what follows it.',
  newest: (shown: number, count: number) => `The newest ${number(shown)} of ${number(count)}.`,
  newestOfMore: (shown: number, count: number) => `The newest ${number(shown)} of more than ${number(count)}.`,
  indexing: 'Older entries are still being prepared for search.',
};
