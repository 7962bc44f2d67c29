import { describe, expect, it } from 'vitest';
import type { FacetsView } from '#shared/inbox/search/found';
import { parseSearch } from '#shared/inbox/search/query';
import { choicesOf } from './choices.ts';
import { filterNamesOf } from './filter-words.ts';

const value = (name: string, count = 1) => ({ value: name, name, count });
const view: FacetsView = {
  facets: {
    service: [value('Release Bot', 3), value('reporter')],
    project: Array.from({ length: 20 }, (_, n) => value(`project ${n}`)),
    flag: [value('destructive'), value('own-flag')],
    type: [value('simple', 4)],
    account: [value('This computer', 4)],
  },
  statuses: { responded: 2, completed: 3, expired: 1 },
  isCut: false,
};

describe('the filter menu', () => {
  const listed = (list: 'inbox' | 'history', typed = '') =>
    choicesOf(view, list, typed).map(({ kind, choices, more }) => [kind, choices.map(({ name }) => name), more]);

  it('lists what there is, by kind, a long list cut; one account is no choice', () => {
    const groups = listed('inbox');
    expect(groups.map(([kind]) => kind)).toEqual(['service', 'project', 'flag', 'type']);
    expect(groups[0]).toEqual(['service', ['Release Bot', 'reporter'], 0]);
    expect(groups[1]?.[2]).toBe(8);
    expect(groups[2]).toEqual(['flag', ['destructive', 'own-flag'], 0]);
    expect(groups[3]).toEqual(['type', ['One press'], 0]);
  });

  it('is narrowed by names and by kinds', () => {
    expect(listed('inbox', 'REP')).toEqual([['service', ['reporter'], 0]]);
    expect(listed('inbox', 'project 19')).toEqual([['project', ['project 19'], 0]]);
    expect(listed('inbox', 'flag').map(([kind]) => kind)).toEqual(['flag']);
    expect(listed('inbox', 'nothing')).toEqual([]);
  });

  it('has in History how, by whom and when it ended', () => {
    const groups = choicesOf(view, 'history', '');
    const found = groups.find(({ kind }) => kind === 'status')?.choices;
    expect(found?.map(({ value: one, count }) => [one, count])).toEqual([
      ['answered', 5],
      ['expired', 1],
    ]);
    expect(groups.flatMap(({ choices }) => choices).map(({ kind, value: one }) => `${kind}:${one}`)).toEqual(
      expect.arrayContaining(['answered:me', 'on:today', 'after:7d', 'after:30d']),
    );
  });
});

describe('a chip', () => {
  const names = (text: string) =>
    filterNamesOf(text, parseSearch(text), (kind, id) =>
      kind === 'service' && id === 's1' ? 'Bot One' : undefined,
    ).map(({ name }) => name);

  it('says its filter in words, and that several of a kind mean any of them', () => {
    expect(names('service:"s1" service:"Two" flag:"costly" words')).toEqual([
      'Service: Bot One',
      'or Two',
      'Flag: costly',
    ]);
    expect(names('-service:"Two" type:"simple" answered:me status:expired before:2026-01')).toEqual([
      'Not Service: Two',
      'Answered with: One press',
      'Answered by me',
      'Ended: Expired',
      'Before: 2026-01',
    ]);
  });

  it('shows hidden characters of a name', () => {
    expect(names('service:"a\u202eb"')).toEqual([expect.stringContaining('202E')]);
  });
});
