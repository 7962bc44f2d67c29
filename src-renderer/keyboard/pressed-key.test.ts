import { expect, test } from 'vitest';
import { pressedKey } from './pressed-key.ts';

test('a letter of another script counts as the Latin one in its place, and nothing else does', () => {
  expect(pressedKey({ key: 'о', code: 'KeyJ' })).toBe('j');
  expect(pressedKey({ key: 'ξ', code: 'KeyJ' })).toBe('j');
  expect(pressedKey({ key: 'j', code: 'KeyC' })).toBe('j'); // Dvorak
  expect(pressedKey({ key: 'z', code: 'KeyY' })).toBe('z'); // German
  expect(pressedKey({ key: 'é', code: 'Digit2' })).toBe('é'); // French
  expect(pressedKey({ key: 'Enter', code: 'Enter' })).toBe('Enter');
  expect(pressedKey({ key: 'ж', code: 'Semicolon' })).toBe('ж');
});
