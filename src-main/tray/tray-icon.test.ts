import { expect, test } from 'vitest';
import { drawTrayIcon, lookOf } from './tray-icon.ts';
import type { TrayIcon } from './tray-model.ts';

const size = 24;
const alphaAt = (pixels: Uint8Array, x: number, y: number) => pixels[(y * size + x) * 4 + 3];
const icons: TrayIcon[] = [
  { state: 'idle' },
  { state: 'offline' },
  { state: 'waiting', count: 1 },
  { state: 'waiting', count: 2 },
  { state: 'waiting', count: 10 },
];

test('every state looks different, and a number beyond nine looks like "more"', () => {
  const drawn = icons.map((icon) => Buffer.from(drawTrayIcon(icon, size, false)).toString('hex'));
  expect(new Set(drawn).size).toBe(icons.length);
  expect(drawTrayIcon({ state: 'waiting', count: 11 }, size, false)).toEqual(
    drawTrayIcon({ state: 'waiting', count: 999 }, size, false),
  );
});

test('corners are clear, the body is filled, offline is hollow', () => {
  const idle = drawTrayIcon({ state: 'idle' }, size, false);
  expect(idle).toHaveLength(size * size * 4);
  expect(alphaAt(idle, 0, 0)).toBe(0);
  expect(alphaAt(idle, 12, 6)).toBe(255);
  expect(alphaAt(drawTrayIcon({ state: 'offline' }, size, false), 12, 6)).toBe(0);
});

test('a template is black and nothing else', () => {
  const pixels = drawTrayIcon({ state: 'idle' }, size, true);
  for (let at = 0; at < pixels.length; at += 4) expect([...pixels.slice(at, at + 3)]).toEqual([0, 0, 0]);
});

test('icons have one name only when they are drawn alike', () => {
  const counts = Array.from({ length: 30 }, (_, count): TrayIcon => ({ state: 'waiting', count }));
  const drawn = [...icons, ...counts].map((icon) => ({
    name: lookOf(icon),
    pixels: Buffer.from(drawTrayIcon(icon, size, false)).toString('hex'),
  }));
  expect(new Set(drawn.map(({ name, pixels }) => `${name} ${pixels}`)).size).toBe(13);
  expect(new Set(drawn.map(({ name }) => name)).size).toBe(13);
  expect(new Set(drawn.map(({ pixels }) => pixels)).size).toBe(13);
});
