import { expect, test } from 'vitest';
import { aKey, aRow } from '../testing/builders.ts';
import { hear, nothingHeard } from './announcement-plan.ts';

const known = new Set([aKey('a'), aKey('b')]);

test('an open item that nobody knew of has arrived, once', () => {
  const first = hear(known, [aRow('c', { title: 'New one', unread: true })]);
  expect(first.heard).toEqual({ ...nothingHeard, arrived: ['New one'] });
  expect(hear(first.known, [aRow('c', { title: 'New one', unread: true })]).heard).toEqual(nothingHeard);
});

test('a change of a known one is no news', () => {
  expect(hear(known, [aRow('a', { unread: true })]).heard).toEqual(nothingHeard);
});

test('how known items ended is told apart; what the person answered is not told', () => {
  const at = 0;
  const rows = [
    aRow('a', { title: 'A', ending: { how: 'expired', at } }),
    aRow('b', { title: 'B', ending: { how: 'withdrawn', at, reason: undefined } }),
    aRow('c', { title: 'C', ending: { how: 'answered', at, byMe: false, responder: undefined, words: undefined } }),
    aRow('d', { title: 'D', ending: { how: 'answered', at, byMe: true, responder: undefined, words: undefined } }),
  ];
  const all = new Set(rows.map(({ key }) => key));
  expect(hear(all, rows).heard).toEqual({ arrived: [], expired: ['A'], withdrawn: ['B'], answeredElsewhere: ['C'] });
  expect(hear(all, rows).known.size).toBe(0);
  expect(hear(new Set(), rows).heard).toEqual(nothingHeard);
});
