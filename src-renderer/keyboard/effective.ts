import type { KeyChoices } from '#shared/inbox/keyboard-settings';
import { isBeginningOf, isFree, isSafeInFields, isSameStroke, readStroke, type Stroke, strokeText } from './stroke.ts';
import { type Binding, bindings, type Command } from './table.ts';

const isCommand = (name: string): name is Command => bindings.some((one) => one.command === name);

/** Whether the keys of a binding can be changed: arrows, Enter, Escape and the digits mean the same for everybody. */
export function isChangeable({ character, withMod, command }: Binding): boolean {
  return command !== 'digit' && (character || withMod === true);
}

/** Whether a command can have a stroke at all: one that acts in fields has none that writes. */
export function canHave(command: Command, stroke: Stroke): boolean {
  const actsInFields = bindings.some(
    (one) => one.command === command && isChangeable(one) && one.places.includes('field'),
  );
  return isFree(stroke) && (!actsInFields || isSafeInFields(stroke));
}

/** The commands whose keys can be changed, in the order of the table. */
export function changeableCommands(): Command[] {
  return [...new Set(bindings.filter(isChangeable).map((one) => one.command))];
}

/**
 * The keys that count: the table's, with the person's own in the place of a command's. What the settings hold for a command
 * that there is not, or that no key can be, is passed over; where a key of the table meets one of the person's, theirs counts.
 */
export function effectiveBindings(choices: KeyChoices): readonly Binding[] {
  const chosen = new Map<Command, Stroke | 'none'>();
  for (const [name, text] of Object.entries(choices)) {
    if (!isCommand(name)) continue;
    const stroke = readStroke(text);
    if (text === '') chosen.set(name, 'none');
    else if (stroke && canHave(name, stroke)) chosen.set(name, stroke);
  }
  const own = [...chosen.values()].filter((one) => one !== 'none');
  const done = new Set<Command>();
  const counting = bindings.flatMap((binding): Binding[] => {
    if (!isChangeable(binding)) return [binding];
    const choice = chosen.get(binding.command);
    if (choice === undefined) return own.some((one) => clash(one, strokeOf(binding))) ? [] : [binding];
    if (choice === 'none' || done.has(binding.command)) return [];
    done.add(binding.command);
    return [{ ...binding, ...choice, character: !choice.withMod && choice.keys.every((key) => key.length === 1) }];
  });
  // Where two differ by Shift alone the one with it is looked at first.
  return [...counting.filter((one) => one.withShift), ...counting.filter((one) => !one.withShift)];
}

export const strokeOf = ({ keys, withMod = false, withShift = false }: Binding): Stroke => ({
  keys,
  withMod,
  withShift,
});
const clash = (one: Stroke, other: Stroke) => isSameStroke(one, other) || isBeginningOf(one, other);

/** The changeable key that a command has now. */
export function strokeNow(choices: KeyChoices, command: Command): Stroke | undefined {
  const binding = effectiveBindings(choices).find((one) => one.command === command && isChangeable(one));
  return binding && strokeOf(binding);
}

/**
 * What giving a key to a command would mean: it is free, another command has it (which can perhaps have this one's in
 * exchange), or it would hide another's, or no command can have it.
 */
export type Offer =
  | { is: 'free' | 'reserved' | 'writes' }
  | { is: 'taken'; by: Command; canSwap: boolean }
  | { is: 'in-the-way'; by: Command };

/** Looks whether a command can have a stroke. */
export function offerOf(choices: KeyChoices, command: Command, stroke: Stroke): Offer {
  if (!isFree(stroke)) return { is: 'reserved' };
  if (!canHave(command, stroke)) return { is: 'writes' };
  const others = effectiveBindings(choices).filter((one) => one.command !== command);
  const same = others.find((one) => isSameStroke(strokeOf(one), stroke));
  if (same) {
    const ours = strokeNow(choices, command);
    return { is: 'taken', by: same.command, canSwap: ours !== undefined && canHave(same.command, ours) };
  }
  const hidden = others.find((one) => isBeginningOf(strokeOf(one), stroke));
  return hidden ? { is: 'in-the-way', by: hidden.command } : { is: 'free' };
}

/** The choices after a command was given a key; undefined leaves it without one. */
export function withKey(choices: KeyChoices, command: Command, stroke: Stroke | undefined): KeyChoices {
  const text = stroke ? strokeText(stroke) : '';
  const own = bindings.filter((one) => one.command === command && isChangeable(one));
  const isUsual = own.length === 1 && own.some((one) => strokeText(strokeOf(one)) === text);
  const { [command]: _, ...others } = choices;
  return isUsual ? others : { ...others, [command]: text };
}

/** The choices after two commands exchanged their keys; `stroke` is what the other one had. */
export function withSwapped(choices: KeyChoices, command: Command, stroke: Stroke, other: Command): KeyChoices {
  return withKey(withKey(choices, other, strokeNow(choices, command)), command, stroke);
}

/** The choices after a command has its usual key again; what a usual key of another stands in the way of goes as well. */
export function withUsual(choices: KeyChoices, command: Command): KeyChoices {
  const { [command]: _, ...others } = choices;
  const usual = bindings.filter((one) => one.command === command && isChangeable(one)).map(strokeOf);
  const kept = Object.entries(others).filter(([, text]) => {
    const stroke = readStroke(text);
    return stroke === undefined || !usual.some((one) => clash(one, stroke));
  });
  return Object.fromEntries(kept);
}
