import type { ItemKey } from './item-key.ts';

/** The list as it stands on screen, and the newcomers that wait behind "N new". */
export type ShownOrder = { shown: readonly ItemKey[]; pending: readonly ItemKey[] };

export const nothingShown: ShownOrder = { shown: [], pending: [] };

/**
 * Brings a fresh order of the inbox to the list on screen (design.md 5): what is gone leaves, what stays keeps its
 * place, and a newcomer joins at once when no row on screen moves for it (the list is empty, or it comes after all of
 * them); the others wait. `latest` is the true order, most urgent first.
 */
export function mergeOrder(before: ShownOrder, latest: readonly ItemKey[]): ShownOrder {
  if (before.shown.length === 0) return { shown: latest, pending: [] };
  const alive = new Set(latest);
  const stays = before.shown.filter((key) => alive.has(key));
  if (stays.length === 0) return { shown: latest, pending: [] };
  const known = new Set(stays);
  const lastPlace = latest.findLastIndex((key) => known.has(key));
  const pending = latest.slice(0, lastPlace).filter((key) => !known.has(key));
  return { shown: [...stays, ...latest.slice(lastPlace + 1)], pending };
}

/** Brings in what waits: the list takes the true order. */
export function admitPending(latest: readonly ItemKey[]): ShownOrder {
  return { shown: latest, pending: [] };
}
