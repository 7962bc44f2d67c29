import { expect, test } from 'vitest';
import { suggestionsFor } from './suggest.ts';

const services = ['Release Bot', 'reporter'];
const offered = (text: string, cursor = text.length) =>
  suggestionsFor(text, cursor, { services, accounts: [] })?.list.map(({ insert }) => insert) ?? [];

test.each<[string, string[]]>([
  ['se', ['service:']],
  ['deploy -st', ['-status:']],
  ['an', ['answered:']],
  ['status:', ['status:open ', 'status:answered ', 'status:expired ', 'status:withdrawn ']],
  ['status:ex', ['status:expired ']],
  ['status:expired', []],
  ['service:re', ['service:"Release Bot" ', 'service:reporter ']],
  ['type:multi', ['type:multi_choice ']],
  ['answered:', ['answered:me ']],
  ['a', []],
  ['', []],
  ['deploy', []],
  ['"se', []],
  ['note:', []],
])('%j', (text, expected) => {
  expect(offered(text)).toEqual(expected);
});

test('only the part at the cursor, and nothing in the middle of one', () => {
  expect(suggestionsFor('se x', 2, { services, accounts: [] })).toMatchObject({ from: 0, to: 2 });
  expect(offered('service', 2)).toEqual([]);
});
