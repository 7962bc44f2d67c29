// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../lib/project.mjs';

const renderer = inProject('src-renderer');

/** @returns {{ file: string, imported: string }[]} every import of one file of the page by another, as paths in src-renderer */
function imports() {
  const names = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((file) => {
      const source = readFileSync(join(renderer, file), 'utf8');
      const named = [...source.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, path]) => path ?? '');
      return named.map((path) => ({ file, imported: posix.join(posix.dirname(file), path) }));
    });
}

/** @param {string} path */
const featureOf = (path) => /^features\/([^/]+)\//.exec(path)?.[1];

test('features of the page do not import each other; what two of them need lies outside', () => {
  const all = imports();
  expect(all.length).toBeGreaterThan(500);
  const crossing = all.filter(({ file, imported }) => {
    const [from, to] = [featureOf(file), featureOf(imported)];
    return from !== undefined && to !== undefined && from !== to;
  });
  expect(crossing).toEqual([]);
});

test('only what puts the page together imports features: not its parts, controls, stores or words', () => {
  const lower = /^(answer|controls|keyboard|list|page|palette|stores|styles|ui|words)\//;
  expect(imports().filter(({ file, imported }) => lower.test(file) && featureOf(imported) !== undefined)).toEqual([]);
});
