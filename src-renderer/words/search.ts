import type { FoundCount } from '#shared/inbox/search/found';
import type { FilterName } from '#shared/inbox/search/query';
import { number } from './shell.ts';

/** What searching says. */
export const searchWords = {
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
    status: 'open, answered, expired or withdrawn',
    flag: 'what an answer would do: flag:costly',
    account: 'the account it came to',
    type: 'how it is answered: type:choice',
    answered: 'by whom: answered:me',
    before: 'before a day: before:2026-01-15',
    after: 'after a day: after:yesterday',
    on: 'a day, a month or a year: on:2026-01',
  } satisfies Record<FilterName, string>,
  more: 'Words in “quotes” stand together; a minus leaves out what follows it.',
  indexing: 'Older entries are still being prepared for search.',
} as const;

/** What is to be known of a search beside its results; undefined when they are all there is. */
export function foundWords({ count, isMore, isIndexing }: FoundCount, shown: number): string | undefined {
  const cut =
    count > shown ? `The newest ${number(shown)} of ${isMore ? 'more than ' : ''}${number(count)}.` : undefined;
  const all = [cut, isIndexing ? searchWords.indexing : undefined].filter((one) => one !== undefined);
  return all.length === 0 ? undefined : all.join(' ');
}
