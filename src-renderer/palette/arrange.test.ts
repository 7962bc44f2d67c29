import { describe, expect, it } from 'vitest';
import { arrange, firstChosen, withRecent } from './arrange.ts';
import type { PaletteEntry } from './entry.ts';

const entry = (id: string, title: string, group: PaletteEntry['group'] = 'commands'): PaletteEntry => {
  return { id, title, group, run: () => {} };
};
const approve = entry('answer:a', 'Approve', 'question');
const undo = entry('command:undo', 'Take the last answer back');
const next = entry('command:next', 'Next item');
const about = entry('section:about', 'About', 'settings');
const appearance = entry('section:appearance', 'Appearance', 'settings');
const all = [approve, undo, next, about, appearance];

const titles = (typed: string, recent: string[] = []) =>
  arrange(all, typed, recent).map(({ under, entries }) => [under, ...entries.map(({ title }) => title)]);

describe('the palette', () => {
  it('shows everything under its heading, and what was chosen lately on top, once', () => {
    expect(titles('')).toEqual([
      ['question', 'Approve'],
      ['commands', 'Take the last answer back', 'Next item'],
      ['settings', 'About', 'Appearance'],
    ]);
    expect(titles('', ['section:about', 'gone', 'command:next'])).toEqual([
      ['recent', 'About', 'Next item'],
      ['question', 'Approve'],
      ['commands', 'Take the last answer back'],
      ['settings', 'Appearance'],
    ]);
  });

  it('shows the best on top while one types, and the lately chosen before what fits as well', () => {
    expect(titles('ap')).toEqual([[undefined, 'Appearance', 'Approve']]);
    expect(titles('a')).toEqual([[undefined, 'About', 'Appearance', 'Approve', 'Take the last answer back']]);
    expect(titles('a', ['section:appearance'])[0]?.[1]).toBe('Appearance');
    expect(titles('xyz')).toEqual([[undefined]]);
  });

  it('never has an answer under Enter before an arrow or a letter put it there', () => {
    const listed = arrange(all, '', []).flatMap(({ entries }) => entries);
    expect(listed[firstChosen(listed, '')]?.title).toBe('Take the last answer back');
    expect(firstChosen([approve], '')).toBe(-1);
    expect(firstChosen([approve], 'app')).toBe(0);
    expect(firstChosen([], 'xyz')).toBe(-1);
  });

  it('prefers any command to an answer that fits no better, whatever was chosen lately', () => {
    expect(titles('ap', ['answer:a'])).toEqual([[undefined, 'Appearance', 'Approve']]);
  });

  it('draws no more than can be read, of ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => entry(`e${n}`, `Entry ${n}`));
    expect(arrange(many, 'entry', []).flatMap(({ entries }) => entries)).toHaveLength(60);
    expect(arrange(many, '', []).flatMap(({ entries }) => entries).length).toBeLessThan(61);
  });

  it('remembers a dozen, the latest first', () => {
    expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(withRecent('abcdefghijklm'.split(''), 'z')).toHaveLength(12);
  });
});
