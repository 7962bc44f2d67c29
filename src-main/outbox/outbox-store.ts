import { join } from 'node:path';
import type { Database } from '#main/store/database';
import { DatabaseFile } from '#main/store/database-file';
import { type DiskTrouble, troubleWords } from '#main/store/sqlite-faults';
import type { Warning } from '#main/warnings';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import { isInFlight, type OutboxState } from '#shared/outbox/outbox';
import { words } from '#shared/words/words';
import { type OutboxEntry, readEntry } from './outbox-entry.ts';
import { rescueOutbox } from './rescue-outbox.ts';

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

/** It is small, so every page of it is checked, however large. */
const kind = { synchronous: 'FULL', steps, checkedUpToBytes: Number.POSITIVE_INFINITY } as const;

export type OutboxDatabasePorts = {
  dataFolder: string;
  now: () => number;
  /** What the person should know of the file: that it was damaged, or that it cannot be written. */
  onWarning: (warning: Warning) => void;
  /** It can be written again. */
  onWritable: () => void;
  /** What is known of decisions in flight beside the file; it counts more than what is read of a damaged one. */
  inMemory: () => Iterable<OutboxEntry>;
};

/** Opens `outbox.db`. A damaged file is set aside with what can be read of it, and what is in memory, in the new one. */
export function openOutboxDatabase({
  dataFolder,
  now,
  onWarning,
  onWritable,
  inMemory,
}: OutboxDatabasePorts): Database {
  return new DatabaseFile({
    path: join(dataFolder, 'outbox.db'),
    kind,
    now,
    onBegunAnew: (database, kept) => {
      const entries = new Map(rescueOutbox(kept, kind, now()).map((entry) => [entry.key, entry]));
      for (const entry of inMemory()) entries.set(entry.key, entry);
      const put = database.prepare(putStatement);
      database.transaction(() => {
        for (const entry of entries.values()) put.run(...columnsOf(entry));
      });
      const inFlight = [...entries.values()].filter(({ state }) => isInFlight(state)).length;
      onWarning(outboxDamaged(kept, inFlight));
    },
    onTrouble: (trouble) => (trouble === undefined ? onWritable() : onWarning(outboxUnwritable(trouble))),
  });
}

/**
 * `outbox.db`, a small file of its own with `synchronous=FULL`: when a write has returned, the decision is on disk
 * (design.md 3.3). The primary key allows one decision for each item.
 */
export class OutboxStore {
  readonly #database: Database;
  readonly #statements;
  /** What is in flight as it was written last: a file that is damaged while the app runs costs none of it. */
  readonly #inMemory: Map<ItemKey, OutboxEntry>;

  constructor(database: Database, inMemory = new Map<ItemKey, OutboxEntry>()) {
    this.#database = database;
    this.#inMemory = inMemory;
    this.#statements = {
      find: database.prepare('SELECT entry FROM entries WHERE item = ?'),
      put: database.prepare(putStatement),
      remove: database.prepare('DELETE FROM entries WHERE item = ?'),
      removeAccount: database.prepare("DELETE FROM entries WHERE substr(item, 1, instr(item, '/') - 1) = ?"),
      inFlight: database.prepare('SELECT entry FROM entries WHERE in_flight = 1'),
    };
  }

  static open(ports: Omit<OutboxDatabasePorts, 'inMemory'>): OutboxStore {
    const inMemory = new Map<ItemKey, OutboxEntry>();
    const store = new OutboxStore(openOutboxDatabase({ ...ports, inMemory: () => inMemory.values() }), inMemory);
    const unreadable = store.unreadable();
    if (unreadable > 0) ports.onWarning(answersUnreadable(unreadable));
    return store;
  }

  find(item: ItemKey): OutboxEntry | undefined {
    return readEntry(this.#statements.find.get(item));
  }

  /** Writes a new decision; only one that came back gives way to it. Returns whether it was taken. */
  add(entry: OutboxEntry): boolean {
    const isAdded = this.#database.transaction(() => {
      const before = this.find(entry.key);
      if (before && before.state.at !== 'returned') return false;
      this.#statements.put.run(...columnsOf(entry));
      return true;
    });
    if (isAdded) this.#remember(entry);
    return isAdded;
  }

  /** All of it is written, or nothing. */
  together<T>(run: () => T): T {
    return this.#database.transaction(run);
  }

  setState(entry: OutboxEntry, state: OutboxState): OutboxEntry {
    const next = { ...entry, state };
    this.#statements.put.run(...columnsOf(next));
    this.#remember(next);
    return next;
  }

  remove(item: ItemKey): void {
    this.#statements.remove.run(item);
    this.#inMemory.delete(item);
  }

  removeAccount(account: AccountId): void {
    this.#statements.removeAccount.run(account);
    for (const [item, entry] of this.#inMemory) if (entry.account === account) this.#inMemory.delete(item);
  }

  inFlight(): OutboxEntry[] {
    const entries = this.#statements.inFlight.all().flatMap((row) => readEntry(row) ?? []);
    for (const entry of entries) this.#remember(entry);
    return entries;
  }

  /** How many decisions in flight stand in the file and make no sense any more. */
  unreadable(): number {
    return this.#statements.inFlight.all().filter((row) => readEntry(row) === undefined).length;
  }

  close(): void {
    this.#database.close();
  }

  #remember(entry: OutboxEntry): void {
    if (isInFlight(entry.state)) this.#inMemory.set(entry.key, entry);
    else this.#inMemory.delete(entry.key);
  }
}

const putStatement = 'INSERT OR REPLACE INTO entries (item, id, in_flight, entry) VALUES (?, ?, ?, ?)';

function columnsOf(entry: OutboxEntry) {
  return [entry.key, entry.id, isInFlight(entry.state) ? 1 : 0, JSON.stringify(entry)] as const;
}

function outboxDamaged(kept: string, saved: number): Warning {
  return {
    id: 'outbox-damaged',
    say: () => ({ message: words.storage.answersDamaged(saved), hint: words.storage.answersDamagedHint(kept) }),
  };
}

function answersUnreadable(count: number): Warning {
  return {
    id: 'outbox-unreadable',
    say: () => ({
      message: words.storage.answersUnreadable(count),
      hint: words.storage.answersUnreadableHint,
    }),
  };
}

function outboxUnwritable(trouble: DiskTrouble): Warning {
  return {
    id: 'outbox-unwritable',
    say: () => ({
      message: words.storage.answersNotSaved(troubleWords(trouble)),
      hint: words.storage.answersNotSavedHint,
    }),
  };
}
