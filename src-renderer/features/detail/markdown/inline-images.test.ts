import { describe, expect, it } from 'vitest';
import { imageAt, takeOutImages } from './inline-images.ts';

const picture = (bytes: number, kind = 'png') => `data:image/${kind};base64,${'AAAA'.repeat(Math.ceil(bytes / 3))}`;

describe('pictures in a text', () => {
  it('are taken out and found again', () => {
    const { text, images } = takeOutImages(`see ![x](${picture(30)}) and ![y](${picture(60, 'webp')})`);
    expect(text).toBe('see ![x](triage-picture:0) and ![y](triage-picture:1)');
    expect(imageAt(images, 'triage-picture:1')).toBe(picture(60, 'webp'));
  });

  it.each([
    ['an SVG', 'data:image/svg+xml;base64,AAAA'],
    ['a page', 'data:text/html;base64,AAAA'],
    ['one that is too large', picture(256 * 1024 + 3)],
    ['one that is no Base64', 'data:image/png;base64,AAA'],
  ])('%s is none', (_, source) => {
    const { text, images } = takeOutImages(`![x](${source})`);
    expect(images).toEqual([]);
    expect(imageAt(images, /\((.*)\)/.exec(text)?.[1])).toBeUndefined();
  });

  it('are fifty at most', () => {
    expect(takeOutImages(`![x](${picture(3)}) `.repeat(60)).images).toHaveLength(50);
  });

  it('are not conjured up by a place holder that somebody wrote', () => {
    expect(imageAt([], 'triage-picture:0')).toBeUndefined();
    expect(imageAt([picture(3)], 'triage-picture:-1')).toBeUndefined();
    expect(imageAt([picture(3)], 'triage-picture:__proto__')).toBeUndefined();
  });
});
