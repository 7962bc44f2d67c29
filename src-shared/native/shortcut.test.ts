import { describe, expect, it } from 'vitest';
import { drawnShortcut, isShortcut, ShortcutSetting, shortcutOfPress } from './shortcut.ts';

describe('a shortcut', () => {
  it.each(['Control+Alt+T', 'CommandOrControl+Shift+1', 'Super+Space', 'F9', 'Shift+F24', 'Alt+F4'])(
    'can be %s',
    (text) => {
      expect(isShortcut(text)).toBe(true);
      expect(ShortcutSetting.safeParse(text).success).toBe(true);
    },
  );

  it.each([
    'T',
    'Shift+T',
    'Control',
    'Control+',
    '+T',
    'Control+Control+T',
    'Control+tt',
    'Hyper+T',
    'F25',
    'Control+Alt+t',
  ])('cannot be %s', (text) => {
    expect(isShortcut(text)).toBe(false);
    expect(ShortcutSetting.safeParse(text).success).toBe(false);
  });

  it('may be none', () => {
    expect(ShortcutSetting.safeParse('').success).toBe(true);
  });
});

describe('keys that are pressed', () => {
  const pressed = { code: 'KeyT', ctrl: false, alt: false, shift: false, meta: false };

  it('are named by where they lie, with their modifiers in one order', () => {
    expect(shortcutOfPress({ ...pressed, alt: true, ctrl: true }, false)).toBe('Control+Alt+T');
    expect(shortcutOfPress({ ...pressed, code: 'Digit3', shift: true, meta: true }, true)).toBe('Shift+Command+3');
    expect(shortcutOfPress({ ...pressed, code: 'Space', meta: true }, false)).toBe('Super+Space');
  });

  it('are none while only a modifier is down, or a key that one types with', () => {
    expect(shortcutOfPress({ ...pressed, code: 'ControlLeft', ctrl: true }, false)).toBeUndefined();
    expect(shortcutOfPress({ ...pressed, shift: true }, false)).toBeUndefined();
    expect(shortcutOfPress({ ...pressed, code: 'Enter', ctrl: true }, false)).toBeUndefined();
  });

  it('are drawn as they are on the keyboard', () => {
    expect(drawnShortcut('Control+Alt+T', false)).toBe('Ctrl + Alt + T');
    expect(drawnShortcut('Shift+Command+3', true)).toBe('⇧ ⌘ 3');
  });
});
