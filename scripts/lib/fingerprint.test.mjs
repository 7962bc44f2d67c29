// @ts-check
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(folder, 'src-main'));
  writeFileSync(join(folder, 'src-main', 'index.ts'), 'one');
  writeFileSync(join(folder, 'README.md'), 'read me');
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = () => fingerprint(folder, (name) => name.startsWith('src-'));

test('changes with the content, the name and the number of files', () => {
  const seen = [now()];
  writeFileSync(join(folder, 'src-main', 'index.ts'), 'two');
  seen.push(now());
  renameSync(join(folder, 'src-main', 'index.ts'), join(folder, 'src-main', 'main.ts'));
  seen.push(now());
  writeFileSync(join(folder, 'src-main', 'more.ts'), '');
  seen.push(now());
  expect(new Set(seen).size).toBe(4);
});

test('does not change with times, nor with files that do not belong', () => {
  const before = now();
  utimesSync(join(folder, 'src-main', 'index.ts'), 1, 1);
  writeFileSync(join(folder, 'README.md'), 'changed');
  expect(now()).toBe(before);
});
