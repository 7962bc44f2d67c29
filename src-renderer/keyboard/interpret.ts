import { type Binding, type Command, type Place, bindings as table } from './table.ts';

/** A key that went down, with everything that decides what it means. */
export type KeyPress = {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  repeat: boolean;
  /** During text composition (an input method) keys belong to the composition. */
  composing: boolean;
  place: Place;
  /** A dialog is open: it has the keyboard to itself. */
  inDialog: boolean;
};

/** `bindings`: the keys that count; those of the table when it is left out. */
export type KeySettings = { singleKeys: boolean; isMac: boolean; bindings?: readonly Binding[] };

/** The first key of a sequence, waiting for its second. */
export type Prefix = { key: string; at: number } | undefined;

export type Interpretation = { prefix: Prefix; command?: Command; digit?: number; answers?: boolean };

/** The second key of a sequence is waited for this long, in ms. */
const sequenceMs = 1_500;

/** Says what a key press means. Pure: the waiting first key of a sequence goes in and comes out. */
export function interpret(press: KeyPress, prefix: Prefix, now: number, settings: KeySettings): Interpretation {
  if (press.composing || press.inDialog || press.alt) return { prefix: undefined };
  const mod = settings.isMac ? press.meta && !press.ctrl : press.ctrl && !press.meta;
  if ((press.ctrl || press.meta) && !mod) return { prefix: undefined };
  const usable = (settings.bindings ?? table).filter(
    (one) =>
      (one.withMod ?? false) === mod &&
      (!one.withShift || press.shift) &&
      one.places.includes(press.place) &&
      (settings.singleKeys || !one.character) &&
      !(press.repeat && !mayRepeat(one.command)),
  );
  const waiting = prefix && now - prefix.at <= sequenceMs ? prefix.key : undefined;
  const second = usable.find((one) => one.keys.length === 2 && one.keys[0] === waiting && matches(one.keys[1], press));
  if (second) return { prefix: undefined, ...meaning(second, press) };
  const first = usable.find((one) => one.keys.length === 1 && matches(one.keys[0], press));
  if (first) return { prefix: undefined, ...meaning(first, press) };
  const begins = usable.find((one) => one.keys.length === 2 && matches(one.keys[0], press));
  return { prefix: begins && { key: begins.keys[0], at: now } };
}

/** Held down, a key moves on and on; nothing else happens twice. */
function mayRepeat(command: Command): boolean {
  return ['next', 'previous', 'page-down', 'page-up', 'extend-next', 'extend-previous'].includes(command);
}

/** Letters count the same with Caps Lock on. */
function matches(key: string | undefined, press: KeyPress): boolean {
  return key === press.key || (press.key.length === 1 && key === press.key.toLowerCase());
}

function meaning({ command, answers }: Binding, press: KeyPress): Omit<Interpretation, 'prefix'> {
  return {
    command,
    ...(command === 'digit' ? { digit: Number(press.key) } : {}),
    ...(answers ? { answers: true } : {}),
  };
}
