import { describe, expect, it } from 'vitest';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Section } from '#shared/inbox/urgency';
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
  it('follow the deadline, by the clock of the item’s own server', () => {
    const serverNow = (key: ItemKey) => (key === b ? -120 * minute : 0);
    const sections = inboxSections(
      [a, b],
      none,
      deadlines([
        [a, 30 * minute],
        [b, 30 * minute],
      ]),
      serverNow,
    );
    expect([...sections.values()]).toEqual(['due-soon', 'waiting']);
  });

  it('stay as they are for rows on screen when time moves on', () => {
    const before = inboxSections([a], none, deadlines([[a, 90 * minute]]), () => 0);
    const after = inboxSections([a], before, deadlines([[a, 90 * minute]]), () => 60 * minute);
    expect(after.get(a)).toBe('waiting');
  });

  it('never begin a second time: below a waiting row everything waits', () => {
    const before = inboxSections(
      [a],
      none,
      () => undefined,
      () => 0,
    );
    const after = inboxSections([a, b], before, deadlines([[b, minute]]), () => 0);
    expect(after.get(b)).toBe('waiting');
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
