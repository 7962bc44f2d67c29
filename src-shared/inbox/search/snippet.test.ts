import { expect, test } from 'vitest';
import { snippetOf } from './snippet.ts';

const sought = [{ text: 'ledger', isPrefix: true }];

test('a line around the first match, from the first text that holds one, cut at words', () => {
  const long = `${'before '.repeat(40)}the\nledger  was closed ${'after '.repeat(40)}`;
  const line = snippetOf(['nothing here', long], sought) ?? '';
  expect(line).toMatch(/^…before before .*the ledger was closed after/);
  expect(line).toMatch(/…$/);
  expect(line.length).toBeLessThan(180);
});

test('a short text is shown whole, and no text without a match', () => {
  expect(snippetOf(['the ledger'], sought)).toBe('the ledger');
  expect(snippetOf(['the book'], sought)).toBeUndefined();
});
