import { describe, expect, it } from 'vitest';
import { guardTyping, stillAfterMs, type TypedKey, type Typing } from './typing-guard.ts';

const inText = (key: string): TypedKey => ({ key, withMod: false, place: 'field', inLines: true });
const outside = (key: string): TypedKey => ({ key, withMod: false, place: 'list', inLines: false });
const sending: TypedKey = { ...inText('Enter'), withMod: true };

/** Presses keys `pause` ms apart and says which were ignored. */
function ignoredOf(presses: readonly TypedKey[], pause: number): boolean[] {
  let typing: Typing;
  return presses.map((press, index) => {
    const said = guardTyping(typing, press, index * pause);
    typing = said.typing;
    return said.ignored;
  });
}

describe('a sentence that goes on after its field is gone', () => {
  it('means nothing, however long it is, digits and spaces and Enter too', () => {
    const rest = [...' just 2 more, yes\n'].map((c) => outside(c === '\n' ? 'Enter' : c));
    expect(ignoredOf([inText('w'), ...rest], 400)).toEqual([false, ...rest.map(() => true)]);
  });

  it('means nothing after sending either, but undo may follow at once', () => {
    expect(ignoredOf([inText('a'), sending, outside('2'), outside('z')], 100)).toEqual([false, false, true, true]);
    expect(ignoredOf([inText('a'), sending, outside('z'), outside('2')], 100)).toEqual([false, false, false, false]);
  });

  it.each(['Tab', 'Escape'])('%s is an act: the next key counts', (key) => {
    expect(ignoredOf([inText('a'), inText(key), outside('2')], 50)).toEqual([false, false, false]);
  });

  it('after a pause keys count again', () => {
    expect(ignoredOf([inText('a'), outside('2')], stillAfterMs)).toEqual([false, false]);
    expect(ignoredOf([inText('a'), outside('2')], stillAfterMs - 1)).toEqual([false, true]);
  });

  it('what is typed in the field is never touched, and Enter in a one-line field is an act', () => {
    const enter = { ...inText('Enter'), inLines: false };
    expect(ignoredOf([inText('a'), inText('b'), enter, outside('j')], 10)).toEqual([false, false, false, false]);
  });

  it('keys count as ever when nothing was typed', () => {
    expect(ignoredOf([outside('j'), outside('2')], 10)).toEqual([false, false]);
  });
});
