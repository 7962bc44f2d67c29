import { describe, expect, it } from 'vitest';
import { initials, markColour, markColours } from './service-mark.ts';

describe('the initials of a service', () => {
  it.each([
    ['Release Bot', 'RB'],
    ['Claude Code (beta)', 'CC'],
    ['watchdog', 'Wa'],
    ['x', 'X'],
    ['night-watch', 'NW'],
    ['Ärger Übel', 'ÄÜ'],
    ['', '?'],
    ['‮…', '?'],
    ['数据 分析', '数分'],
  ])('of %j are %j', (name, wanted) => {
    expect(initials(name)).toBe(wanted);
  });
});

describe('the colour of a service', () => {
  it('is the same for the same id and spreads over the palette', () => {
    expect(markColour('release-bot')).toBe(markColour('release-bot'));
    const seen = new Set(Array.from({ length: 300 }, (_, i) => markColour(`service-${i}`)));
    expect(seen.size).toBe(markColours.length);
  });

  it.each(markColours)('%s carries white letters at 4.5:1', (colour) => {
    const channels = [1, 3, 5].map((at) => {
      const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    const [r = 0, g = 0, b = 0] = channels;
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
