import { expect, test } from 'vitest';
import { countChanges, parseDiff, splitRows } from './parse-diff.ts';

const diff = [
  'diff --git a/deploy.sh b/deploy.sh',
  'index 1..2 100644',
  '--- a/deploy.sh',
  '+++ b/deploy.sh',
  '@@ -10,3 +10,4 @@ main() {',
  ' start',
  '--- dashes are content here',
  '+++ plus, too',
  '+more',
  ' end',
  '\\ No newline at end of file',
  '@@ -40 +41 @@',
  '-old',
  '+new',
];

test('lines carry their numbers, and the counts of a hunk tell content from headers', () => {
  expect(parseDiff(diff)).toEqual([
    { kind: 'remark', text: 'diff --git a/deploy.sh b/deploy.sh' },
    { kind: 'remark', text: 'index 1..2 100644' },
    { kind: 'remark', text: '--- a/deploy.sh' },
    { kind: 'file', text: 'deploy.sh' },
    { kind: 'place', text: '@@ -10,3 +10,4 @@ main() {' },
    { kind: 'same', text: 'start', before: 10, after: 10 },
    { kind: 'removed', text: '-- dashes are content here', before: 11 },
    { kind: 'added', text: '++ plus, too', after: 11 },
    { kind: 'added', text: 'more', after: 12 },
    { kind: 'same', text: 'end', before: 12, after: 13 },
    { kind: 'remark', text: '\\ No newline at end of file' },
    { kind: 'place', text: '@@ -40 +41 @@' },
    { kind: 'removed', text: 'old', before: 40 },
    { kind: 'added', text: 'new', after: 41 },
  ]);
  expect(countChanges(parseDiff(diff))).toEqual({ added: 3, removed: 2 });
});

test('side by side, removed lines stand beside the added ones that follow', () => {
  const rows = splitRows(parseDiff(diff.slice(4, 10)));
  const texts = rows.map((row) => ('across' in row ? row.across.text : [row.left?.text, row.right?.text]));
  expect(texts).toEqual([
    '@@ -10,3 +10,4 @@ main() {',
    ['start', 'start'],
    ['-- dashes are content here', '++ plus, too'],
    [undefined, 'more'],
    ['end', 'end'],
  ]);
});

test.each([['no diff at all'], ['@@ -1,9999999 +1 @@'], ['+++ '], ['']])('%j is read without harm', (text) => {
  expect(parseDiff([text])).toHaveLength(1);
});
