import type { ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';

/** What became of questions in the last moments, by their titles. */
export type Heard = { arrived: string[]; expired: string[]; withdrawn: string[]; answeredElsewhere: string[] };

export const nothingHeard: Heard = { arrived: [], expired: [], withdrawn: [], answeredElsewhere: [] };

/**
 * What is new about some rows to somebody who knows these open items: the news, and what is known from then on. What
 * the person did themselves is no news.
 */
export function hear(known: ReadonlySet<ItemKey>, rows: readonly ItemRow[]): { known: Set<ItemKey>; heard: Heard } {
  const open = new Set(known);
  const heard: Heard = { arrived: [], expired: [], withdrawn: [], answeredElsewhere: [] };
  for (const { key, title, ending, marks } of rows) {
    if (ending === undefined) {
      // What the person has put off is nothing new to them.
      if (!open.has(key) && marks.snoozedUntil === undefined) heard.arrived.push(title);
      open.add(key);
    } else if (open.delete(key)) {
      if (ending.how === 'expired') heard.expired.push(title);
      else if (ending.how === 'withdrawn') heard.withdrawn.push(title);
      else if (!ending.byMe) heard.answeredElsewhere.push(title);
    }
  }
  return { known: open, heard };
}
