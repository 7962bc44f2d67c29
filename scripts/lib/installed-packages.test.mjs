// @ts-check
import { expect, test } from 'vitest';
import { differenceFromLock } from './installed-packages.mjs';

const one = { version: '1.0.0', integrity: 'sha512-one' };
const present = () => true;

/** @param {Record<string, import('./installed-packages.mjs').LockedPackage>} packages */
const lock = (packages) => ({ packages: { '': {}, ...packages } });

test('what the lock file says is left alone', () => {
  expect(
    differenceFromLock(lock({ 'node_modules/one': one }), lock({ 'node_modules/one': one }), present),
  ).toBeUndefined();
});

test('another version, another content, a missing or a superfluous package asks for an installation', () => {
  const wanted = lock({ 'node_modules/one': one });
  expect(differenceFromLock(wanted, undefined, present)).toMatch('nothing is installed');
  expect(differenceFromLock(wanted, lock({}), present)).toMatch('is missing');
  expect(differenceFromLock(wanted, lock({ 'node_modules/one': { ...one, version: '1.0.1' } }), present)).toMatch(
    'changed',
  );
  expect(differenceFromLock(wanted, lock({ 'node_modules/one': { ...one, integrity: 'x' } }), present)).toMatch(
    'changed',
  );
  expect(differenceFromLock(lock({}), wanted, present)).toMatch('no longer needed');
});

test('a package whose folder was deleted is installed again', () => {
  const wanted = lock({ 'node_modules/one': one });
  expect(differenceFromLock(wanted, wanted, () => false)).toMatch('was removed');
});

test("another platform's package may be missing", () => {
  const wanted = lock({ 'node_modules/one-darwin': { ...one, optional: true } });
  expect(differenceFromLock(wanted, lock({}), present)).toBeUndefined();
});
