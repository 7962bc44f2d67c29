import { join } from 'node:path';
import { z } from 'zod';
import { type Database, type OpenedDatabase, openDatabase, transaction } from '#main/store/database';
import type { Warning } from '#main/warnings';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import { isInFlight, type OutboxState } from '#shared/outbox/outbox';
import { OutboxEntry } from './outbox-entry.ts';

/** The upgrade steps of `outbox.db`. */
const steps: readonly string[] = [
  `CREATE TABLE entries (
    item TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    in_flight INTEGER NOT NULL,
    entry TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entries_in_flight ON entries (in_flight) WHERE in_flight = 1;`,
];

const Row = z.object({ entry: z.string() });

/** Opens `outbox.db`, every page of it checked, however large. */
export function openOutboxDatabase(dataFolder: string, now: number): OpenedDatabase {
  const kind = { synchronous: 'FULL', steps, checkedUpToBytes: Number.POSITIVE_INFINITY } as const;
  return openDatabase(join(dataFolder, 'outbox.db'), kind, now);
}

/**
 * `outbox.db`, a small file of its own with `synchronous=FULL`: when a write has returned, the decision is on disk
 * (design.md 3.3). The primary key allows one decision for each item.
 */
export class OutboxStore {
  readonly #database: Database;
  readonly #statements;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = {
      find: database.prepare('SELECT entry FROM entries WHERE item = ?'),
      put: database.prepare('INSERT OR REPLACE INTO entries (item, id, in_flight, entry) VALUES (?, ?, ?, ?)'),
      remove: database.prepare('DELETE FROM entries WHERE item = ?'),
      removeAccount: database.prepare("DELETE FROM entries WHERE substr(item, 1, instr(item, '/') - 1) = ?"),
      inFlight: database.prepare('SELECT entry FROM entries WHERE in_flight = 1'),
    };
  }

  static open(dataFolder: string, now: number): { store: OutboxStore; warning: Warning | undefined } {
    const opened = openOutboxDatabase(dataFolder, now);
    const warning = opened.setAside && {
      id: 'outbox-damaged',
      message: 'The file with your answers that were still on their way was damaged.',
      hint: `Please look at your open questions again. The damaged file was kept as ${opened.setAside}.`,
    };
    return { store: new OutboxStore(opened.database), warning: warning || undefined };
  }

  find(item: ItemKey): OutboxEntry | undefined {
    const row = Row.optional().parse(this.#statements.find.get(item));
    return row && OutboxEntry.parse(JSON.parse(row.entry));
  }

  /** Writes a new decision; only one that came back gives way to it. Returns whether it was taken. */
  add(entry: OutboxEntry): boolean {
    return transaction(this.#database, () => {
      const before = this.find(entry.key);
      if (before && before.state.at !== 'returned') return false;
      this.#put(entry);
      return true;
    });
  }

  setState(entry: OutboxEntry, state: OutboxState): OutboxEntry {
    const next = { ...entry, state };
    this.#put(next);
    return next;
  }

  remove(item: ItemKey): void {
    this.#statements.remove.run(item);
  }

  removeAccount(account: AccountId): void {
    this.#statements.removeAccount.run(account);
  }

  inFlight(): OutboxEntry[] {
    const rows = z.array(Row).parse(this.#statements.inFlight.all());
    return rows.map((row) => OutboxEntry.parse(JSON.parse(row.entry)));
  }

  close(): void {
    this.#database.close();
  }

  #put(entry: OutboxEntry): void {
    this.#statements.put.run(entry.key, entry.id, isInFlight(entry.state) ? 1 : 0, JSON.stringify(entry));
  }
}
