import { z } from 'zod';
import { words } from '../words/words.ts';

const modifiers = ['CommandOrControl', 'Command', 'Control', 'Alt', 'Shift', 'Super'] as const;
type Modifier = (typeof modifiers)[number];
const key = /^(?:[A-Z0-9]|F(?:[1-9]|1[0-9]|2[0-4])|Space)$/;

/**
 * Whether a text names keys that can be pressed anywhere to summon the app, as Electron writes them: "Control+Alt+T".
 * A letter or digit needs a modifier besides Shift, or it could not be typed any more.
 */
export function isShortcut(text: string): boolean {
  const parts = text.split('+');
  const last = parts.pop() ?? '';
  if (!key.test(last) || new Set(parts).size !== parts.length) return false;
  if (!parts.every((part): part is Modifier => modifiers.includes(part as Modifier))) return false;
  return parts.some((part) => part !== 'Shift') || (/^F\d/.test(last) && parts.length <= 1);
}

/** The shortcut in the settings; empty: none. */
export const ShortcutSetting = z
  .string()
  .max(60)
  .refine((text) => text === '' || isShortcut(text), words.decisions.shortcutUnusable);

/** A key that went down, as the page hears of it; `code` names the key of the keyboard, not what it types. */
export type PressedKeys = { code: string; ctrl: boolean; alt: boolean; shift: boolean; meta: boolean };

/** The shortcut that these keys are, or undefined while they are none (a modifier alone, a letter alone). */
export function shortcutOfPress({ code, ctrl, alt, shift, meta }: PressedKeys, isMac: boolean): string | undefined {
  const name = code.replace(/^(?:Key|Digit)/, '');
  const parts = [
    ...(ctrl ? ['Control'] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    ...(meta ? [isMac ? 'Command' : 'Super'] : []),
    name,
  ];
  const text = parts.join('+');
  return isShortcut(text) ? text : undefined;
}

const drawnOnMac: Record<string, string> = { Control: '⌃', Alt: '⌥', Shift: '⇧', Command: '⌘', CommandOrControl: '⌘' };
const drawnElsewhere: Record<string, string> = { Control: 'Ctrl', CommandOrControl: 'Ctrl', Super: 'Win' };

/** A shortcut as it is drawn: "Ctrl + Alt + T", on a Mac "⌃ ⌥ T". */
export function drawnShortcut(shortcut: string, isMac: boolean): string {
  const names = isMac ? drawnOnMac : drawnElsewhere;
  return shortcut
    .split('+')
    .map((part) => names[part] ?? part)
    .join(isMac ? ' ' : ' + ');
}
