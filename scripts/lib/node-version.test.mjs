// @ts-check
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkNode, isAtLeast, oldestNode } from './node-version.mjs';
import { Problem } from './problem.mjs';
import { inProject } from './project.mjs';

test('versions are compared by number, not by letter', () => {
  expect(isAtLeast('20.19.0', '20.19.0')).toBe(true);
  expect(isAtLeast('20.9.9', '20.19.0')).toBe(false);
  expect(isAtLeast('v22.1.0', '20.19.0')).toBe(true);
  expect(isAtLeast('100.0.0-nightly', '20.19.0')).toBe(true);
  expect(isAtLeast('20.19.0', '20.19.1')).toBe(false);
});

test('an old Node is refused with what to do', () => {
  expect(() => checkNode('18.20.4')).toThrow(Problem);
  expect(() => checkNode('18.20.4')).toThrow(/18\.20\.4 is too old/);
});

test('package.json asks for the same Node', () => {
  const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  expect(engines.node).toBe(`>=${oldestNode}`);
});
