import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asked, filterNames, parseSearch, soughtWords, withoutTerm } from './query.ts';

const word = (text: string, isPrefix = true): Asked => ({ by: 'words', text, isPrefix });
const asked = (text: string) => parseSearch(text).map((term) => (term.isExcluded ? { not: term.asked } : term.asked));

test.each<[string, unknown[]]>([
  ['', []],
  ['   ', []],
  ['deploy', [word('deploy')]],
  ['  two  words ', [word('two'), word('words')]],
  ['"a phrase" after', [word('a phrase', false), word('after')]],
  ['"still being ty', [word('still being ty')]],
  ['-not "-this"', [{ not: word('not') }, word('-this', false)]],
  ['-"a phrase"', [{ not: word('a phrase', false) }]],
  ['well-known', [word('well-known')]],
  ['service:bot', [{ by: 'service', text: 'bot', isPrefix: true }]],
  ['SERVICE:"Release Bot"', [{ by: 'service', text: 'Release Bot', isPrefix: false }]],
  ['-project:web', [{ not: { by: 'project', text: 'web', isPrefix: true } }]],
  ['type:multi_choice', [{ by: 'type', text: 'multi_choice', isPrefix: true }]],
  ['status:exp', [{ by: 'status', status: 'expired' }]],
  ['status:nonsense', [word('status:nonsense')]],
  ['answered:me', [{ by: 'answered', who: 'me' }]],
  ['answered:anna', [{ by: 'answered', who: 'somebody', text: 'anna', isPrefix: true }]],
  ['before:2026-01-15', [{ by: 'before', day: { year: 2026, month: 1, day: 15 } }]],
  ['on:2026-02', [{ by: 'on', day: { year: 2026, month: 2, day: undefined } }]],
  ['after:yesterday', [{ by: 'after', day: { daysAgo: 1 } }]],
  ['after:2w', [{ by: 'after', day: { daysAgo: 14 } }]],
  ['before:2026-02-30', [word('before:2026-02-30')]],
  ['before:soon', [word('before:soon')]],
  ['before:2026-', [undefined]],
  ['on:yes', [undefined]],
  ['service:', [undefined]],
  ['service: bot', [undefined, word('bot')]],
  ['https://example.org/a', [word('https://example.org/a')]],
  ['note:this', [word('note:this')]],
  ['note:"this that"', [word('note:this that', false)]],
  ['" AND x OR NEAR(', [word(' AND x OR NEAR(')]],
])('%j', (text, expected) => {
  expect(asked(text)).toEqual(expected);
});

test('any text is read, its parts stand in order in it, and each of them can be taken out', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', '-', ':', ' ', '  ', 'me', '2026-01-15', 'ß', '部署', '🎉', '\\', '*', '('),
    fc.constantFrom(...filterNames.map((name) => `${name}:`)),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const terms = parseSearch(text);
      let at = 0;
      for (const { from, to } of terms) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to).toBeGreaterThan(from);
        expect(text.slice(at, from).trim()).toBe('');
        at = to;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: 2_000 },
  );
});

test('a part that is taken out leaves the others as they were', () => {
  const text = 'deploy  status:open "to do" -x';
  const terms = parseSearch(text);
  const rest = terms.map((term) => withoutTerm(text, term));
  expect(rest).toEqual([
    'status:open "to do" -x',
    'deploy "to do" -x',
    'deploy  status:open -x',
    'deploy  status:open "to do"',
  ]);
});

test('what results can show are words that are wanted', () => {
  expect(soughtWords(parseSearch('a -b service:c "d e"')).map(({ text }) => text)).toEqual(['a', 'd e']);
});
