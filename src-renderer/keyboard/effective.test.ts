import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyChoices } from '#shared/inbox/keyboard-settings';
import {
  changeableCommands,
  effectiveBindings,
  isChangeable,
  offerOf,
  strokeNow,
  strokeOf,
  withKey,
  withSwapped,
  withUsual,
} from './effective.ts';
import { interpret, type KeyPress } from './interpret.ts';
import { isFree, readStroke, type Stroke, strokeText } from './stroke.ts';
import { bindings, type Command, drawnKeys } from './table.ts';

const q: Stroke = { keys: ['q'], withMod: false, withShift: false };
const key = (text: string) => readStroke(text) as Stroke;

/** What a press means with these choices. */
function meaning(choices: KeyChoices, press: Partial<KeyPress>): Command | undefined {
  const still = {
    ctrl: false,
    meta: false,
    alt: false,
    shift: false,
    repeat: false,
    composing: false,
    inDialog: false,
  };
  const settings = { singleKeys: true, isMac: false, bindings: effectiveBindings(choices) };
  return interpret({ ...still, key: '', place: 'page', ...press }, undefined, 0, settings).command;
}

describe('the keys that count', () => {
  it('are the table’s while nothing was changed', () => {
    expect(effectiveBindings({})).toEqual(bindings);
  });

  it('have the person’s own in the place of a command’s, and what is no letter stays', () => {
    const choices = withKey({}, 'next', q);
    expect(meaning(choices, { key: 'q' })).toBe('next');
    expect(meaning(choices, { key: 'j' })).toBeUndefined();
    expect(meaning(choices, { key: 'ArrowDown' })).toBe('next');
    expect(drawnKeys('next', false, effectiveBindings(choices))).toEqual(['q', '↓']);
  });

  it('can leave a command without a key', () => {
    expect(meaning(withKey({}, 'undo', undefined), { key: 'z' })).toBeUndefined();
  });

  it('take a single key as one, and a pair, and one with Ctrl as none of them', () => {
    const characters = (text: string) =>
      effectiveBindings(withKey({}, 'search', key(text))).find((one) => one.command === 'search')?.character;
    expect(characters('q')).toBe(true);
    expect(characters('q w')).toBe(true);
    expect(characters('Mod+j')).toBe(false);
    expect(characters('F5')).toBe(false);
  });

  it('pass over what is unknown and what no key can be', () => {
    const odd = { 'no-such-command': 'q', next: 'Tab', previous: '1', undo: 'Mod+c', search: '', help: 'a b c' };
    const plain = effectiveBindings({ search: '' });
    expect(effectiveBindings(odd)).toEqual(plain);
  });

  it('tell a letter with Shift from the letter, which means the same with Shift while nothing else does', () => {
    const choices = withKey({}, 'undo', key('Shift+f'));
    expect(meaning(choices, { key: 'F', shift: true })).toBe('undo');
    expect(meaning(choices, { key: 'f' })).toBe('filter');
    expect(meaning({}, { key: 'F', shift: true })).toBe('filter');
    expect(meaning({}, { key: 'J', shift: true })).toBe('extend-next');
  });

  it('are the person’s where one of the table’s is the same', () => {
    expect(meaning({ search: 'j' }, { key: 'j' })).toBe('search');
    expect(meaning({ search: 'g' }, { key: 'g' })).toBe('search');
  });

  it('never take Tab, Enter, Escape, an arrow or a digit, whatever the settings hold', () => {
    const anyText = fc.oneof(
      fc.constantFrom('Tab', 'Enter', 'Escape', 'ArrowDown', '1', 'Mod+Enter', 'Mod+c', ' ', 'Mod+ ', 'g Tab', 'x 1'),
      fc.string({ maxLength: 12 }),
    );
    const anyChoices = fc.dictionary(fc.constantFrom(...changeableCommands()), anyText);
    const fixed = bindings.filter((one) => !isChangeable(one));
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const now = effectiveBindings(choices);
        expect(now.filter((one) => !isChangeable(one) && fixed.includes(one))).toEqual(fixed);
        for (const one of now) {
          if (fixed.includes(one) || bindings.includes(one)) continue;
          expect(isFree(strokeOf(one))).toBe(true);
        }
      }),
    );
  });
});

describe('a new key', () => {
  it('is free, or another command’s, or stands in the way of one', () => {
    expect(offerOf({}, 'undo', q)).toEqual({ is: 'free' });
    expect(offerOf({}, 'undo', key('j'))).toEqual({ is: 'taken', by: 'next', canSwap: true });
    expect(offerOf({}, 'undo', key('g'))).toMatchObject({ is: 'in-the-way' });
    expect(offerOf({}, 'undo', key('j x'))).toEqual({ is: 'in-the-way', by: 'next' });
    expect(offerOf({}, 'go-inbox', key('g x'))).toEqual({ is: 'free' });
  });

  it('is refused where it has a use of its own, or would write into the field one is in', () => {
    const reserved = [...['Tab', 'Enter', 'Escape', ' ', 'ArrowUp', '4'], 'Mod+c'].map((text) => {
      const withMod = text.startsWith('Mod+');
      return offerOf({}, 'undo', { keys: [withMod ? text.slice(4) : text], withMod, withShift: false });
    });
    expect(new Set(reserved.map(({ is }) => is))).toEqual(new Set(['reserved']));
    expect(offerOf({}, 'send', q)).toEqual({ is: 'writes' });
    expect(offerOf({}, 'palette', key('F1'))).toEqual({ is: 'free' });
    expect(offerOf({}, 'undo', key('Mod+k'))).toEqual({ is: 'taken', by: 'palette', canSwap: false });
    expect(effectiveBindings({ send: 'q' })).toEqual(bindings);
  });

  it('can be exchanged with the command that has it', () => {
    const choices = withSwapped({}, 'undo', key('j'), 'next');
    expect(meaning(choices, { key: 'j' })).toBe('undo');
    expect(meaning(choices, { key: 'z' })).toBe('next');
  });

  it('is forgotten when it is the usual one again', () => {
    expect(withKey(withKey({}, 'undo', q), 'undo', key('z'))).toEqual({});
    expect(withUsual(withSwapped({}, 'undo', key('j'), 'next'), 'undo')).toEqual({});
  });

  it('is kept and read as the same', () => {
    for (const text of ['j', '?', 'g i', 'Mod+k', 'F8', 'ö', 'Shift+j', 'Mod+Shift+j', '+'])
      expect(strokeText(key(text))).toBe(text);
  });

  it('is not read from what no key can be', () => {
    for (const text of ['Tab', 'Mod+c', 'Shift+?', ' ', '', 'a b c', 'g Enter', '7'])
      expect(readStroke(text), text).toBeUndefined();
  });

  it('exchanged or not, never leaves two commands with one stroke', () => {
    const strokes = fc.constantFrom('j', 'z', 'q', '/', 'g i', 'g q', 'Mod+k', 'Mod+j', 'Mod+Enter').map(key);
    const step = fc.tuple(fc.constantFrom(...changeableCommands()), strokes);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let choices: KeyChoices = {};
        for (const [command, stroke] of steps) {
          const offer = offerOf(choices, command, stroke);
          if (offer.is === 'free') choices = withKey(choices, command, stroke);
          if (offer.is === 'taken' && offer.canSwap) choices = withSwapped(choices, command, stroke, offer.by);
        }
        const now = effectiveBindings(choices).map((one) => strokeText(strokeOf(one)));
        expect(new Set(now).size).toBe(now.length);
        for (const command of changeableCommands()) expect(strokeNow(choices, command), command).toBeDefined();
      }),
    );
  });
});
