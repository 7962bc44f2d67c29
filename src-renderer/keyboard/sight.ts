/** An item has to be on screen and still for this long before a key answers it, in ms (design.md 4). */
export const stillMs = 500;

/**
 * What the person has before their eyes, or had last. `what` names the question and the wording of it; `since` is when it was
 * painted, or last moved, in ms. `waits`: whether keys wait until it has been still; they need not on what the person opened.
 */
export type Sight = { what: string; since: number; waits: boolean; isOnScreen: boolean } | undefined;

/** A question is on screen now: painted, not merely known. Painted once more without a change it stays as it was. */
export function painted(before: Sight, what: string, openedBy: 'person' | 'app', now: number): Sight {
  if (before?.isOnScreen && before.what === what) return before;
  // Worded anew under the person's eyes: that they opened it says nothing of what it asks now.
  const isReworded = before !== undefined && before.what !== what && questionOf(before.what) === questionOf(what);
  return { what, since: now, waits: isReworded || openedBy === 'app', isOnScreen: true };
}

/** The question is off the screen, or is to be read once more. */
export function gone(before: Sight): Sight {
  return before && { ...before, isOnScreen: false };
}

/** Something moved under the person's eyes, or the window has only now come before them. */
export function disturbed(before: Sight, now: number): Sight {
  return before && { ...before, since: now, waits: true };
}

/** Whether a key may answer. `what` is the question as it is known now, which may not have been painted yet. */
export function isInSight(sight: Sight, what: string | undefined, now: number): boolean {
  if (!sight?.isOnScreen || sight.what !== what) return false;
  return !sight.waits || now - sight.since >= stillMs;
}

/** Names a question and its wording. A revision never holds a space. */
export function sightOf(key: string, revision: string): string {
  return `${key} ${revision}`;
}

const questionOf = (what: string) => what.slice(0, what.lastIndexOf(' '));
