import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atp-diff-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it reads as people know it', () => {
  expect(unifiedDiff('a\nb\nc\n', 'a\nB\nc\n', 'x.txt')).toBe(
    '--- x.txt\n+++ x.txt\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n',
  );
  expect(unifiedDiff(undefined, 'new\n', 'x')).toBe('--- /dev/null\n+++ x\n@@ -0,0 +1 @@\n+new\n');
  expect(unifiedDiff('a', 'a\n', 'x')).toContain('-a\n\\ No newline at end of file\n+a\n');
  expect(unifiedDiff('same\n', 'same\n', 'x')).toBe('');
  expect(unifiedDiff('a\n', 'b\n', 'x\n+ not in it')).toBe(
    '--- x + not in it\n+++ x + not in it\n@@ -1 +1 @@\n-a\n+b\n',
  );
});

test('two changes far apart are two hunks', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  const changed = lines.map((line, index) => (index === 3 || index === 30 ? `${line}!` : line));
  const diff = unifiedDiff(`${lines.join('\n')}\n`, `${changed.join('\n')}\n`, 'x');
  expect(diff.match(/^@@/gm)).toHaveLength(2);
});

test('git applies it and gets the other text', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '', 'long line'), { maxLength: 14 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after && before !== '' && after !== '');
      const file = join(folder, 'x');
      writeFileSync(file, before);
      execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '-p0', '--unidiff-zero', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input: unifiedDiff(before, after, 'x'),
      });
      expect(readFileSync(file, 'utf8')).toBe(after);
    }),
    { numRuns: 40 },
  );
});
