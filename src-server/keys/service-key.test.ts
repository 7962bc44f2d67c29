import { expect, test } from 'vitest';
import { isServiceKey, makeServiceKey, makeWebhookSecret, maskKey } from './service-key.ts';

test('keys are told apart by kind, never repeat and carry a checksum', () => {
  expect(makeServiceKey('live')).toMatch(/^sk_live_[0-9a-f]{56}$/);
  const key = makeServiceKey('local');
  expect(key).toMatch(/^sk_local_[0-9a-f]{56}$/);
  expect(isServiceKey(key)).toBe(true);
  expect(new Set(Array.from({ length: 1000 }, () => makeServiceKey('live'))).size).toBe(1000);
});

test('every single wrong character is noticed', () => {
  const key = makeServiceKey('live');
  for (let at = 0; at < key.length; at++) {
    const other = key[at] === 'a' ? 'b' : 'a';
    expect(isServiceKey(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
  }
  for (const text of ['', 'sk_', `${key} `, `${key}a`, key.toUpperCase()]) expect(isServiceKey(text)).toBe(false);
});

test('a masked key shows its prefix and four characters', () => {
  const key = makeServiceKey('local');
  expect(maskKey(key)).toBe(`sk_local_…${key.slice(-4)}`);
});

test('a made secret is long enough', () => {
  expect(makeWebhookSecret().length).toBeGreaterThan(32);
});
