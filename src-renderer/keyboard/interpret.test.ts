import { describe, expect, it } from 'vitest';
import { interpret, type KeyPress, type KeySettings, type Prefix } from './interpret.ts';
import { bindings, type Command, drawnKeys, keyGroups } from './table.ts';

const plain: KeyPress = {
  key: '',
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  repeat: false,
  composing: false,
  place: 'page',
  inDialog: false,
};
const usual: KeySettings = { singleKeys: true, isMac: false };

function press(over: Partial<KeyPress>, settings: Partial<KeySettings> = {}, prefix?: Prefix, now = 0) {
  return interpret({ ...plain, ...over }, prefix, now, { ...usual, ...settings });
}

describe('keys', () => {
  it('mean something else after the first key of a sequence', () => {
    expect(press({ key: 's' }).command).toBe('pin');
    expect(press({ key: 'h' }).command).toBe('snooze');
    expect(press({ key: 's' }, {}, { key: 'g', at: 0 }, 100).command).toBe('go-snoozed');
    expect(press({ key: 'h' }, {}, { key: 'g', at: 0 }, 100).command).toBe('go-history');
  });

  it('mean what the table says', () => {
    expect(press({ key: 'j' }).command).toBe('next');
    expect(press({ key: 'ArrowUp' }).command).toBe('previous');
    expect(press({ key: '7' })).toMatchObject({ command: 'digit', digit: 7, answers: true });
    expect(press({ key: 'y' })).toMatchObject({ command: 'yes', answers: true });
    expect(press({ key: 'q' }).command).toBeUndefined();
  });

  it('mean the same with Caps Lock on', () => {
    expect(press({ key: 'J' }).command).toBe('next');
  });

  it('do nothing in a field, but Escape and Send do', () => {
    for (const key of ['j', '1', 'y', 'z', '/', '?', 'g', 'ArrowDown', 'Enter']) {
      expect(press({ key, place: 'field' }), key).toEqual({ prefix: undefined });
    }
    expect(press({ key: 'Escape', place: 'field' }).command).toBe('leave');
    expect(press({ key: 'Enter', ctrl: true, place: 'field' }).command).toBe('send');
  });

  it('leave arrows and Enter to a control that has its own use for them', () => {
    expect(press({ key: 'ArrowDown', place: 'control' }).command).toBeUndefined();
    expect(press({ key: 'Enter', place: 'control' }).command).toBeUndefined();
    expect(press({ key: '2', place: 'control' }).command).toBe('digit');
  });

  it('do nothing during text composition, in a dialog, or with a modifier', () => {
    expect(press({ key: 'j', composing: true }).command).toBeUndefined();
    expect(press({ key: '1', inDialog: true }).command).toBeUndefined();
    expect(press({ key: 'Escape', inDialog: true }).command).toBeUndefined();
    for (const modifier of ['ctrl', 'meta', 'alt'] as const) {
      expect(press({ key: '1', [modifier]: true }).command, modifier).toBeUndefined();
    }
  });

  it('send with Cmd on a Mac and with Ctrl elsewhere', () => {
    expect(press({ key: 'Enter', meta: true }, { isMac: true }).command).toBe('send');
    expect(press({ key: 'Enter', ctrl: true }, { isMac: true }).command).toBeUndefined();
    expect(press({ key: 'Enter', meta: true }).command).toBeUndefined();
  });

  it('with Shift select what they pass, also held down; Caps Lock is no Shift', () => {
    expect(press({ key: 'J', shift: true }).command).toBe('extend-next');
    expect(press({ key: 'K', shift: true, repeat: true }).command).toBe('extend-previous');
    expect(press({ key: 'ArrowDown', shift: true, place: 'list' }).command).toBe('extend-next');
    expect(press({ key: 'J' }).command).toBe('next');
    expect(press({ key: '?', shift: true }).command).toBe('help');
    expect(press({ key: 'x' }).command).toBe('select');
    expect(press({ key: 'a', ctrl: true, place: 'list' }).command).toBe('select-all');
    expect(press({ key: 'a', ctrl: true, place: 'field' }).command).toBeUndefined();
    expect(press({ key: 'J', shift: true, place: 'field' }).command).toBeUndefined();
  });

  it('held down, move on and on, but never answer, undo or send again', () => {
    expect(press({ key: 'j', repeat: true }).command).toBe('next');
    for (const key of ['1', 'y', 'n', 'z', 'Enter']) {
      expect(press({ key, repeat: true }).command, key).toBeUndefined();
    }
    expect(press({ key: 'Enter', ctrl: true, repeat: true }).command).toBeUndefined();
  });

  it('that are single characters can be switched off; the others stay', () => {
    const off = { singleKeys: false };
    for (const { keys, character, withMod } of bindings.filter((one) => one.character)) {
      expect(press({ key: keys[0], ctrl: withMod ?? false }, off), `${keys} ${character}`).toEqual({
        prefix: undefined,
      });
    }
    expect(press({ key: 'ArrowDown' }, off).command).toBe('next');
    expect(press({ key: 'Enter', ctrl: true }, off).command).toBe('send');
  });
});

describe('two keys one after the other', () => {
  it('mean what they mean together', () => {
    const { prefix, command } = press({ key: 'g' });
    expect(command).toBeUndefined();
    expect(press({ key: 'h' }, {}, prefix, 200).command).toBe('go-history');
    expect(press({ key: ',' }, {}, prefix, 200).command).toBe('go-settings');
  });

  it('are forgotten after a while, and after another key', () => {
    const { prefix } = press({ key: 'g' });
    expect(press({ key: 'i' }, {}, prefix, 2_000).command).toBeUndefined();
    const after = press({ key: 'j' }, {}, prefix, 100);
    expect(after).toEqual({ prefix: undefined, command: 'next' });
  });
});

describe('the list of keys', () => {
  it('names every command once, with its keys', () => {
    const listed = keyGroups.flatMap(({ commands }) => commands);
    const all = [...new Set(bindings.map((one) => one.command))];
    expect([...listed].sort()).toEqual([...all].sort());
    for (const command of listed) expect(drawnKeys(command, false), command).not.toEqual([]);
  });

  it('draws them as they are on the keyboard', () => {
    const drawn = (command: Command, isMac = false) => drawnKeys(command, isMac);
    expect(drawn('next')).toEqual(['j', '↓']);
    expect(drawn('digit')).toEqual(['1–9']);
    expect(drawn('send', true)).toEqual(['⌘ ↵']);
    expect(drawn('go-settings')).toEqual(['g ,']);
  });
});
