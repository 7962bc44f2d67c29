import type { ItemKey } from '#shared/inbox/item-key';

/** How far a key moves in the list. */
export type Step = { by: number } | { to: 'first' | 'last' };

/**
 * The row that a step leads to. `lastPlace` is where the chosen item last stood (0-based): once it has left the list,
 * the row that took its place is the next one.
 */
export function stepIn(
  keys: readonly ItemKey[],
  chosen: ItemKey | undefined,
  lastPlace: number,
  step: Step,
): ItemKey | undefined {
  if (keys.length === 0) return undefined;
  const clamp = (place: number) => keys[Math.min(keys.length - 1, Math.max(0, place))];
  if ('to' in step) return clamp(step.to === 'first' ? 0 : keys.length - 1);
  const place = chosen === undefined ? -1 : keys.indexOf(chosen);
  if (place >= 0) return clamp(place + step.by);
  if (chosen === undefined) return clamp(step.by > 0 ? 0 : keys.length - 1);
  return clamp(step.by > 0 ? lastPlace + step.by - 1 : lastPlace + step.by);
}

/** Where to go after `key` was answered: the next row that still waits for the person, else one above it, else none. */
export function nextToAnswer(
  keys: readonly ItemKey[],
  key: ItemKey,
  lastPlace: number,
  isAnswered: (key: ItemKey) => boolean,
): ItemKey | undefined {
  const place = keys.indexOf(key);
  const from = place < 0 ? lastPlace : place + 1;
  const waits = (one: ItemKey) => one !== key && !isAnswered(one);
  return keys.slice(from).find(waits) ?? keys.slice(0, from).findLast(waits);
}
