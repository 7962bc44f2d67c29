import { describe, expect, it } from 'vitest';
import type { ItemKey } from '#shared/inbox/item-key';
import { type Section, sectionOf } from '#shared/inbox/urgency';
import { aKey } from '../testing/builders.ts';
import { dayOf, entriesOf, inboxSections } from './list-entries.ts';

const [a, b, c] = [aKey('a'), aKey('b'), aKey('c')];
const minute = 60_000;
const deadlines = (of: [ItemKey, number][]) => (key: ItemKey) => new Map(of).get(key);
const none: ReadonlyMap<ItemKey, Section> = new Map();

describe('the entries of a list', () => {
  it('put a header with a count before each run of rows of one group, and number the rows through', () => {
    const entries = entriesOf([a, b, c], (key) => (key === c ? 'waiting' : 'due-soon'));
    expect(entries).toEqual([
      { kind: 'header', group: 'due-soon', count: 2 },
      { kind: 'row', key: a, place: 1 },
      { kind: 'row', key: b, place: 2 },
      { kind: 'header', group: 'waiting', count: 1 },
      { kind: 'row', key: c, place: 3 },
    ]);
  });

  it('are none for an empty list', () => {
    expect(entriesOf([], () => 'waiting')).toEqual([]);
  });
});

describe('the sections of the inbox', () => {
  const at = (now: number, ...known: [ItemKey, number][]) => {
    const deadline = deadlines(known);
    return (key: ItemKey) => sectionOf(deadline(key), now);
  };

  it('stay as they are for rows on screen when time moves on', () => {
    const before = inboxSections([a], none, at(0, [a, 90 * minute]));
    const after = inboxSections([a], before, at(60 * minute, [a, 90 * minute]));
    expect(after.get(a)).toBe('waiting');
  });

  it('never begin a second time: below a waiting row everything waits', () => {
    const before = inboxSections([a], none, at(0));
    const after = inboxSections([a, b], before, at(0, [b, minute]));
    expect(after.get(b)).toBe('waiting');
  });

  it('begin with what is pinned, whatever its deadline', () => {
    const found = inboxSections([a, b, c], none, (key) => (key === a ? 'pinned' : at(0, [b, minute])(key)));
    expect([...found.values()]).toEqual(['pinned', 'due-soon', 'waiting']);
  });
});

describe('the days of History', () => {
  it('are local days', () => {
    expect(dayOf(new Date(2026, 10, 22, 0, 0, 1).getTime())).toBe('2026-11-22');
    expect(dayOf(new Date(2026, 10, 21, 23, 59, 59).getTime())).toBe('2026-11-21');
  });

  it('group what ended on the same day', () => {
    const ended = new Map([
      [a, new Date(2026, 10, 22, 9).getTime()],
      [b, new Date(2026, 10, 22, 8).getTime()],
      [c, new Date(2026, 10, 20, 8).getTime()],
    ]);
    const headers = entriesOf([a, b, c], (key) => dayOf(ended.get(key) ?? 0)).filter((one) => one.kind === 'header');
    expect(headers).toEqual([
      { kind: 'header', group: '2026-11-22', count: 2 },
      { kind: 'header', group: '2026-11-20', count: 1 },
    ]);
  });
});
