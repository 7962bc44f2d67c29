import { setImmediate } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import type { RawDatabase } from '#main/store/database';
import { inboxSteps } from '#main/store/schema';

/** What is wrong with a file that says it is an `inbox.db`: written by a later version, damaged, or another file altogether. */
export type InboxFault = 'newer' | 'damaged';

type Plan = { type: string; name: string; sql: string | null; tbl_name: string };

/** Reads a database through without changing it: its plan must be ours, and each of its tables sound. */
export async function checkInbox(path: string, signal: AbortSignal): Promise<InboxFault | undefined> {
  let database: RawDatabase | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > inboxSteps.length) return 'newer';
    const plan = planOf(database);
    if (JSON.stringify(shapeOf(plan)) !== JSON.stringify(shapeOf(ourPlan(version)))) return 'damaged';
    for (const { name } of plan.filter(({ type }) => type === 'table')) {
      await setImmediate(); // other work goes on between two tables
      signal.throwIfAborted();
      const found = database.prepare(`PRAGMA quick_check('${name.replaceAll("'", "''")}')`).all();
      if (found.length !== 1 || Object.values(found[0] as object)[0] !== 'ok') return 'damaged';
    }
    return undefined;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return 'damaged';
  } finally {
    database?.close();
  }
}

function planOf(database: RawDatabase): Plan[] {
  return database
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name",
    )
    .all() as Plan[];
}

/** Names of everything, and every word of what runs by itself. */
function shapeOf(plan: readonly Plan[]): string[] {
  return plan.map(({ type, name, tbl_name: table, sql }) => {
    const runs = type === 'trigger' || type === 'view';
    return [type, name, table, runs ? sql?.replaceAll(/\s+/g, ' ') : ''].join('\n');
  });
}

function ourPlan(version: number): Plan[] {
  const fresh = new DatabaseSync(':memory:');
  try {
    for (const step of inboxSteps.slice(0, version)) fresh.exec(step);
    return planOf(fresh);
  } finally {
    fresh.close();
  }
}
