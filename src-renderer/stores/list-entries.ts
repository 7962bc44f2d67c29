import type { ItemKey } from '#shared/inbox/item-key';
import { type Section, sections } from '#shared/inbox/urgency';

/** What the list draws, top to bottom. `place` counts rows from 1; `group` is a section, or a day as "2026-11-22". */
export type ListEntry = { kind: 'header'; group: string; count: number } | { kind: 'row'; key: ItemKey; place: number };

/** Puts a header before each run of rows that share a group. */
export function entriesOf(keys: readonly ItemKey[], groupOf: (key: ItemKey) => string): ListEntry[] {
  const entries: ListEntry[] = [];
  let header: Extract<ListEntry, { kind: 'header' }> | undefined;
  keys.forEach((key, index) => {
    const group = groupOf(key);
    if (header?.group !== group) {
      header = { kind: 'header', group, count: 0 };
      entries.push(header);
    }
    header.count += 1;
    entries.push({ kind: 'row', key, place: index + 1 });
  });
  return entries;
}

/**
 * The section of each row. One that is on screen keeps its section, as it keeps its place, until the list takes the
 * true order again; and below a row everything stands in its section or a later one, so that a section never comes twice.
 */
export function inboxSections(
  keys: readonly ItemKey[],
  before: ReadonlyMap<ItemKey, Section>,
  sectionNow: (key: ItemKey) => Section,
): Map<ItemKey, Section> {
  let last: Section = 'pinned';
  const found = new Map<ItemKey, Section>();
  for (const key of keys) {
    const own = before.get(key) ?? sectionNow(key);
    if (sections.indexOf(own) > sections.indexOf(last)) last = own;
    found.set(key, last);
  }
  return found;
}

/** The local day of a moment, as "2026-11-22". */
export function dayOf(ms: number): string {
  const date = new Date(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
