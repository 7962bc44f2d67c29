import type { Database, RawDatabase } from './database.ts';

/** A row as it stands in the file, by column. */
export type FoundRow = Record<string, unknown>;

const batch = 64;
const placeColumn = 'rescued_from';

/**
 * Reads a table of a damaged file from its newest row to its oldest, around the pages that cannot be read. What it gives
 * may still make no sense: whoever uses a row checks it.
 */
export function* readableRows(
  damaged: Pick<RawDatabase, 'prepare'>,
  table: string,
): Generator<FoundRow, void, undefined> {
  const below = damaged.prepare(
    `SELECT rowid AS ${placeColumn}, * FROM ${table} WHERE rowid < ? ORDER BY rowid DESC LIMIT ?`,
  );
  /** The rows below a place, or undefined when the next of them cannot be read. */
  const read = (place: number): FoundRow[] | undefined => {
    for (const limit of [batch, 1]) {
      try {
        return below.all(place, limit) as FoundRow[];
      } catch {
        // fewer rows may end before the damage
      }
    }
    return undefined;
  };
  let place = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = read(place);
    if (rows === undefined) {
      const next = beyondDamage(place, (at) => read(at) !== undefined);
      if (next === undefined) return;
      place = next;
      continue;
    }
    for (const { [placeColumn]: found, ...row } of rows) {
      place = Number(found);
      yield row;
    }
    if (rows.length === 0) return;
  }
}

/** The highest place below which something can be read again: a growing stride over the damage, then halving. */
function beyondDamage(from: number, canRead: (place: number) => boolean): number | undefined {
  let bad = from;
  let good = from;
  for (let stride = 1; !canRead(good); stride *= 2) {
    if (good <= 0) return undefined;
    bad = good;
    good = Math.max(0, good - stride);
  }
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (canRead(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Puts rows of an older file into a table, by the columns that both know; `onConflict` says which of two counts. */
export function inserterInto(database: Database, table: string, onConflict: string): (row: FoundRow) => boolean {
  const columns = (database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]).map(
    ({ name }) => name,
  );
  const statements = new Map<string, ReturnType<Database['prepare']>>();
  return (row) => {
    const known = columns.filter((name) => row[name] !== undefined && row[name] !== null);
    const names = known.join(', ');
    const statement =
      statements.get(names) ??
      database.prepare(`INSERT INTO ${table} (${names}) VALUES (${known.map(() => '?').join(', ')}) ${onConflict}`);
    statements.set(names, statement);
    try {
      statement.run(...known.map((name) => row[name]));
      return true;
    } catch {
      return false; // a value that the table does not take: damaged, too
    }
  };
}
