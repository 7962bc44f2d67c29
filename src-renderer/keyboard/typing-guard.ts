import type { Place } from './table.ts';

/**
 * A sentence may go on after its field is gone: the question was withdrawn, or sending brought the next one. What is
 * still being typed then must not answer anything (design.md 4). So after typing, keys outside fields mean nothing until
 * the keyboard was still for this long, in ms, or the person did something else on purpose: Tab, Escape, a click.
 */
export const stillAfterMs = 1_000;

/** When a key was last typed; `sent` when that key sent the answer, so that undo may follow at once. */
export type Typing = { at: number; sent: boolean } | undefined;

export type TypedKey = {
  key: string;
  /** Ctrl or Cmd is down. */
  withMod: boolean;
  place: Place;
  /** In a field of several lines Enter is typing; elsewhere it is an act. */
  inLines: boolean;
};

/** Whether a key is to be ignored as the rest of a sentence, and what is remembered for the next one. Pure. */
export function guardTyping(before: Typing, press: TypedKey, now: number): { typing: Typing; ignored: boolean } {
  const { key, withMod, place, inLines } = press;
  if (key === 'Tab' || key === 'Escape') return { typing: undefined, ignored: false };
  if (place === 'field') {
    if (key === 'Enter' && !withMod && !inLines) return { typing: undefined, ignored: false };
    const sends = key === 'Enter' && withMod;
    const isTyping = sends || (!withMod && (key.length === 1 || key === 'Backspace' || key === 'Enter'));
    return { typing: isTyping ? { at: now, sent: sends } : before, ignored: false };
  }
  const isText = !withMod && (key.length === 1 || key === 'Enter' || key === 'Backspace');
  if (!before || !isText || now - before.at >= stillAfterMs) return { typing: before, ignored: false };
  if (before.sent && key.toLowerCase() === 'z') return { typing: undefined, ignored: false };
  return { typing: { at: now, sent: false }, ignored: true };
}
