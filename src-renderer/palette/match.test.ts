import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankOf } from './match.ts';

describe('what is typed', () => {
  it('finds the beginning first, then words in order, in any order, initials, and what a title holds', () => {
    expect(rankOf('go to', 'Go to History')).toBe(0);
    expect(rankOf('go hist', 'Go to History')).toBe(1);
    expect(rankOf('hist go', 'Go to History')).toBe(2);
    expect(rankOf('gh', 'Go to History')).toBe(3);
    expect(rankOf('gth', 'Go to History')).toBe(3);
    expect(rankOf('stor', 'Go to History')).toBe(4);
    expect(rankOf('hty', 'Go to History')).toBeUndefined();
  });

  it('finds by other words too, and by letters with or without their accents', () => {
    expect(rankOf('zoom', 'Text size: 110 %', 'appearance zoom')).toBe(2);
    expect(rankOf('text zoom', 'Text size: 110 %', 'appearance zoom')).toBe(2);
    expect(rankOf('grosse', 'Größe der Schrift')).toBe(0);
    expect(rankOf('SCHRIFT', 'Größe der Schrift')).toBe(1);
  });

  it('may be signs alone', () => {
    expect(rankOf('%', 'Text size: 110 %')).toBe(4);
    expect(rankOf('  ', 'Anything')).toBe(0);
  });

  it('always finds a title by itself, by its words and by any piece of it', () => {
    const title = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(title, fc.nat(40), fc.nat(40), (text, from, length) => {
        expect(rankOf(text, text)).toBeDefined();
        const piece = text.slice(from, from + length).normalize();
        if (text === text.normalize('NFKD'))
          expect(rankOf(piece.trim().replace(/\s+/g, ' '), text.replace(/\s+/g, ' '))).toBeDefined();
      }),
    );
  });
});
