import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { boundedRuns, cutText, hasHiddenCharacters, visibleRuns, visibleText } from './hidden-characters.ts';

const chips = (text: string) => visibleRuns(text).flatMap((run) => ('hidden' in run ? [run.name] : []));

describe('characters that cannot be seen become visible chips (guarantees.md 2)', () => {
  it.each([
    ['bidi override', 'pay \u202e0001\u202c now', ['U+202E', 'U+202C']],
    ['bidi isolate', '\u2066x\u2069', ['U+2066', 'U+2069']],
    ['bidi marks', 'a\u200eb\u200fc\u061cd', ['U+200E', 'U+200F', 'U+061C']],
    ['zero-width space, joiners, no-break', 'a\u200bb\u200dc\u2060d\ufeffe', ['U+200B', 'U+200D', 'U+2060', 'U+FEFF']],
    ['soft hyphen', 'pay\u00adpal', ['U+00AD']],
    ['control characters', 'a\u0000b\u0007c\u001bd\u007fe\u0085f', ['U+0000', 'U+0007', 'U+001B', 'U+007F', 'U+0085']],
    ['line separators', 'a\u2028b\u2029c', ['U+2028', 'U+2029']],
    ['blank letters', '\u3164\u115f\u1160\uffa0\u2800', ['U+3164', 'U+115F', 'U+1160', 'U+FFA0', 'U+2800']],
    ['tag characters that spell a secret', 'hi\u{e0061}\u{e0062}', ['U+E0061', 'U+E0062']],
    ['a secret in variation selectors', 'a\ufe01\ufe02\u{e0101}', ['U+FE01', 'U+FE02', 'U+E0101']],
    ['a secret behind an emoji', '😀\u{e0148}\u{e0155}', ['U+E0148', 'U+E0155']],
    ['combining grapheme joiner', 'a\u034fb', ['U+034F']],
  ])('%s', (_what, text, names) => {
    expect(chips(text)).toEqual(names);
    expect(hasHiddenCharacters(text)).toBe(true);
  });

  it.each([
    ['plain text with tabs and line ends', 'one\ttwo\r\nthree'],
    ['accents and right-to-left script', 'naïve Ünïcode, שלום, سلام'],
    ['emoji joined into one picture', '👩‍💻 👨‍👩‍👧 🏳️‍🌈 🧑🏽‍🚀 ❤️‍🔥 🏃🏽‍♀️'],
    ['emoji and text presentation', '❤️ ☎︎ 1️⃣'],
    ['ideographs with a chosen form', '葛\u{e0100}'],
    ['no-break space', '10 000 €'],
  ])('leaves %s alone', (_what, text) => {
    expect(visibleRuns(text)).toEqual([{ text }]);
    expect(hasHiddenCharacters(text)).toBe(false);
    expect(visibleText(text)).toBe(text);
  });

  // guarantees.md 2 makes no exception for a script, so the non-joiner of Persian is shown too; the text stays readable.
  it('shows the zero-width non-joiner also inside a Persian word', () => {
    expect(visibleText('می\u200cخواهم')).toBe('می⟨U+200C⟩خواهم');
  });

  it('a joiner that joins no two emoji is a chip', () => {
    expect(chips('a\u200d😀')).toEqual(['U+200D']);
    expect(chips('😀\u200da')).toEqual(['U+200D']);
  });

  it('the same character on end is one chip with its number', () => {
    expect(chips(`a${'\u200b'.repeat(5_000)}b\u200b`)).toEqual(['U+200B × 5000', 'U+200B']);
    expect(chips('\u{e0041}\u{e0041}\u{e0042}')).toEqual(['U+E0041 × 2', 'U+E0042']);
  });

  it('a text of nothing else costs no more than so many chips', () => {
    expect(boundedRuns('a\u202eb\u202c'.repeat(1_000), 3)).toEqual([
      { text: 'a' },
      { hidden: '\u202e', name: 'U+202E' },
      { text: 'b' },
      { text: 'ab'.repeat(999) },
      { hidden: `\u202c${'\u202e\u202c'.repeat(999)}`, name: 'U+… × 1999' },
    ]);
    expect(boundedRuns('a\u202eb', 3)).toEqual(visibleRuns('a\u202eb'));
  });

  it('loses nothing and invents nothing', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(
          visibleRuns(text)
            .map((run) => ('text' in run ? run.text : run.hidden))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('leaves nothing hidden in the plain form, and says the same whatever was asked before', () => {
    const tricky = fc.array(
      fc.constantFrom('a', ' ', '\u202e', '\u200b', '\u200d', '😀', '\u0000', '\u{e0041}', '\ufe0f'),
    );
    fc.assert(
      fc.property(tricky, tricky, (before, parts) => {
        const text = parts.join('');
        hasHiddenCharacters(before.join(''));
        const runs = visibleRuns(text);
        expect(runs.some((run) => 'hidden' in run)).toBe(hasHiddenCharacters(text));
        expect(visibleRuns(text)).toEqual(runs);
        expect(hasHiddenCharacters(visibleText(text))).toBe(false);
      }),
    );
  });
});

describe('cutting a label', () => {
  it('keeps a text that fits and cuts a longer one by code points', () => {
    expect(cutText('Approve', 7)).toBe('Approve');
    expect(cutText('Approves', 7)).toBe('Approv…');
    expect(cutText('😀😀😀😀', 3)).toBe('😀😀…');
  });

  it('is never longer than the limit and never breaks a character', () => {
    fc.assert(
      fc.property(anyText(0, 100), fc.integer({ min: 1, max: 80 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect([...cut].length).toBeLessThanOrEqual(limit);
        expect(cut === text || (cut.endsWith('…') && [...text].slice(0, limit - 1).join('') === cut.slice(0, -1))).toBe(
          true,
        );
      }),
    );
  });
});
