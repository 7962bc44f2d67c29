import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { accented, mirrored, rewrite } from './pseudo.ts';
import { speak, words } from './words.ts';

afterEach(() => speak({ language: 'en', locale: 'en' }));

const plainLetters = /[A-Za-z]/;

test('a text is longer, within brackets, and can still be read', () => {
  expect(accented('Cancel')).toBe('⟦Çááñçééļ⟧');
  expect(accented('12 / 500')).toBe('⟦12 / 500⟧');
  expect(accented(' ')).toBe(' ');
});

test('the mirrored one runs from right to left', () => {
  expect(mirrored('Undo')).toMatch(/^⟦[\u05d0-\u05ea]+⟧$/);
});

test('no text of any kind keeps a plain letter, and it is some third longer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(accented(text)).not.toMatch(plainLetters);
      expect(mirrored(text)).not.toMatch(plainLetters);
    }),
  );
  const sentence = 'An answer leaves this computer only after this time.';
  expect(accented(sentence).length / sentence.length).toBeGreaterThan(1.3);
});

describe('of a catalogue', () => {
  const english = {
    area: { title: 'Add', list: ['One', 'Two'], kinds: { a: 'Kind', none: undefined } },
    removed: (name: string) => `Removed ${name}.`,
    sum: (n: number, parts: readonly string[]) => `${n} of ${parts.join(' and ')}`,
    only: (name: string) => name,
    fields: (view: { name: string; count: number }) => `${view.name}: ${view.count} left`,
  };
  const said = rewrite(english, accented);

  test('every text is written otherwise, wherever it stands', () => {
    expect(said.area).toEqual({
      title: '⟦Ááđđ⟧',
      list: ['⟦Óóñéé⟧', '⟦Ţŵóó⟧'],
      kinds: { a: '⟦Ķííñđ⟧', none: undefined },
    });
  });

  test('what a function is given stays as it is', () => {
    expect(said.removed('Release Bot')).toBe('⟦Ŕééɱóóṽééđ Release Bot.⟧');
    expect(said.sum(2, ['app', 'server'])).toBe('⟦2 óóƒ app ááñđ server⟧');
    expect(said.fields({ name: 'Ada', count: 3 })).toBe('⟦Ada: 3 ļééƒţ⟧');
    expect(said.only('Ada')).toBe('Ada');
  });
});

test('spoken, the whole catalogue is so', () => {
  speak({ language: 'pseudo', locale: 'el' });
  expect(words.toast.sent('Ship it')).toBe('⟦“Ship it” ŵááš šééñţ⟧');
  speak({ language: 'pseudo-rtl', locale: 'he' });
  expect(words.buttons.cancel).toBe(mirrored('Cancel'));
});
