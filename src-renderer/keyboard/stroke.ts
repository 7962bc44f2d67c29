import type { Binding } from './table.ts';

/**
 * A key, or two that are pressed one after the other; `withMod`: with Cmd on a Mac and Ctrl elsewhere. `withShift` is for
 * letters: other characters that need Shift say so by themselves.
 */
export type Stroke = { keys: Binding['keys']; withMod: boolean; withShift: boolean };

/** Keys that have a use of their own wherever the focus is: no command can take them away. */
const ownUse = new Set([
  ...['Tab', 'Enter', 'Escape', ' ', 'Backspace', 'Delete', 'Insert', 'ContextMenu'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
]);
/** With Cmd or Ctrl: what edits text, and what the application menu and the systems use. */
const ownUseWithMod = new Set([...'acvxyzqwrtnmho,+-=0123456789']);
const digit = /^[0-9]$/;
const letter = /^\p{Ll}$/u;
const functionKey = /^F([1-9]|1[0-2])$/;

/** Whether a key may be given to a command. */
export function isFree({ keys, withMod, withShift }: Stroke): boolean {
  if (withShift && (keys.length > 1 || !letter.test(keys[0]))) return false;
  if (withMod) {
    if (keys.length > 1) return false;
    return keys[0] === 'Enter' || (isOneFree(keys[0]) && !ownUseWithMod.has(keys[0]));
  }
  return keys.every((key) => isOneFree(key) && !digit.test(key));
}

function isOneFree(key: string): boolean {
  if (ownUse.has(key)) return false;
  return functionKey.test(key) || ([...key].length === 1 && key.trim() !== '');
}

/** Whether a stroke writes nothing, so that it may act while one types. */
export function isSafeInFields({ keys, withMod }: Stroke): boolean {
  return withMod || keys.every((key) => functionKey.test(key));
}

/** A stroke as the settings keep it: "j", "g i", "Mod+k", "Shift+j". */
export function strokeText({ keys, withMod, withShift }: Stroke): string {
  return `${withMod ? 'Mod+' : ''}${withShift ? 'Shift+' : ''}${keys.join(' ')}`;
}

/** Reads what the settings keep; undefined where it is no stroke, or one that no command may have. */
export function readStroke(text: string): Stroke | undefined {
  const [withMod, unmodified] = without(text, 'Mod+');
  const [withShift, plain] = without(unmodified, 'Shift+');
  const [first, second, ...more] = plain.split(' ');
  if (!first || second === '' || more.length > 0) return undefined;
  const stroke: Stroke = { keys: second === undefined ? [first] : [first, second], withMod, withShift };
  return isFree(stroke) ? stroke : undefined;
}

/** Whether a text begins with a prefix and goes on after it, and how. */
function without(text: string, prefix: string): [boolean, string] {
  const has = text.length > prefix.length && text.startsWith(prefix);
  return [has, has ? text.slice(prefix.length) : text];
}

/** Whether two strokes are the same. */
export function isSameStroke(one: Stroke, other: Stroke): boolean {
  return strokeText(one) === strokeText(other);
}

/** Whether one stroke is the beginning of the other: the shorter would always come first. */
export function isBeginningOf(one: Stroke, other: Stroke): boolean {
  if (one.withMod !== other.withMod || one.withShift !== other.withShift || one.keys.length === other.keys.length)
    return false;
  return one.keys[0] === other.keys[0];
}
