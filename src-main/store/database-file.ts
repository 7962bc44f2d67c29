import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  beginAnew,
  closeWhole,
  type Database,
  type DatabaseKind,
  type OpenedDatabase,
  openDatabase,
  type RawDatabase,
  type Statement,
  transaction,
} from './database.ts';
import { type DiskTrouble, diskTrouble, isDamage } from './sqlite-faults.ts';

/** A file that the disk or its rights kept us from opening is tried again this often, in ms. */
const reopenEveryMs = 2_000;
/** A new file that is damaged again this soon says that the disk is at fault: nothing is gained by another new file, in ms. */
const healAtMostEveryMs = 10_000;

export type DatabaseFilePorts = {
  path: string;
  kind: DatabaseKind;
  now: () => number;
  /** The file was damaged, is kept under this name, and an empty one is in use. Runs before anything else is asked of it. */
  onBegunAnew: (database: Database, kept: string) => void;
  /** The file cannot be opened for writing, for this reason; undefined: it can again. */
  onTrouble: (trouble: DiskTrouble | undefined) => void;
};

/**
 * A database file that outlives what happens to it. Damage that any statement meets, at the start or days later, sets
 * the file aside, begins a new one and runs the statement again (guarantees.md R18). While the file cannot be opened,
 * its content stands in for it, for reading only, and every write is refused with the reason (R17).
 */
export class DatabaseFile implements Database {
  readonly #ports: DatabaseFilePorts;
  readonly #statements = new Set<FileStatement>();
  #raw: RawDatabase;
  #standsIn: { retryAt: number; why: unknown } | undefined;
  #isInTransaction = false;
  #healedAt = Number.NEGATIVE_INFINITY;

  constructor(ports: DatabaseFilePorts) {
    this.#ports = ports;
    const { path, kind, now } = ports;
    const opened = this.#open();
    this.#raw = opened?.database ?? standInFor(path, kind, now());
    if (opened?.setAside !== undefined) this.#begunAnew(opened.setAside);
  }

  prepare(sql: string): Statement {
    const statement = new FileStatement(sql, (run) => this.#attempt(run));
    this.#statements.add(statement);
    return statement;
  }

  exec(sql: string): void {
    this.#attempt((raw) => raw.exec(sql));
  }

  transaction<T>(run: () => T): T {
    if (this.#isInTransaction) return run();
    return this.#attempt((raw) => {
      this.#isInTransaction = true;
      try {
        return transaction(raw, run);
      } finally {
        this.#isInTransaction = false;
      }
    });
  }

  close(): void {
    closeWhole(this.#raw);
  }

  #attempt<T>(run: (raw: RawDatabase) => T): T {
    if (this.#isInTransaction) return run(this.#raw); // the whole of it is run again, or none
    if (this.#standsIn) this.#tryAgain();
    try {
      return run(this.#raw);
    } catch (thrown) {
      if (this.#standsIn && diskTrouble(thrown)) throw this.#standsIn.why;
      if (!isDamage(thrown) || this.#ports.now() - this.#healedAt < healAtMostEveryMs) throw thrown;
      this.#heal();
      return run(this.#raw);
    }
  }

  #heal(): void {
    const { path, kind, now } = this.#ports;
    this.#raw.close();
    const { database, setAside } = beginAnew(path, kind, now());
    this.#use(database);
    this.#begunAnew(setAside);
  }

  #begunAnew(kept: string): void {
    this.#healedAt = this.#ports.now();
    this.#ports.onBegunAnew(this, kept);
  }

  #tryAgain(): void {
    if (!this.#standsIn || this.#ports.now() < this.#standsIn.retryAt) return;
    const opened = this.#open();
    if (!opened) return;
    this.#raw.close();
    this.#use(opened.database);
    if (opened.setAside !== undefined) this.#begunAnew(opened.setAside);
  }

  #use(raw: RawDatabase): void {
    this.#raw = raw;
    for (const statement of this.#statements) statement.forget();
  }

  /** Undefined while the disk or the rights to it are in the way. */
  #open(): OpenedDatabase | undefined {
    const { path, kind, now, onTrouble } = this.#ports;
    try {
      const opened = openDatabase(path, kind, now());
      if (this.#standsIn) onTrouble(undefined);
      this.#standsIn = undefined;
      return opened;
    } catch (thrown) {
      const trouble = diskTrouble(thrown);
      if (trouble === undefined) throw thrown;
      if (!this.#standsIn) onTrouble(trouble);
      this.#standsIn = { retryAt: now() + reopenEveryMs, why: thrown };
      return undefined;
    }
  }
}

/** A statement that is prepared when it is first needed, and anew when the file changed. */
class FileStatement implements Statement {
  readonly #sql: string;
  readonly #attempt: <T>(run: (raw: RawDatabase) => T) => T;
  #prepared: Statement | undefined;

  constructor(sql: string, attempt: <T>(run: (raw: RawDatabase) => T) => T) {
    this.#sql = sql;
    this.#attempt = attempt;
  }

  forget(): void {
    this.#prepared = undefined;
  }

  run: Statement['run'] = (...parameters) => this.#attempt((raw) => this.#in(raw).run(...parameters));
  get: Statement['get'] = (...parameters) => this.#attempt((raw) => this.#in(raw).get(...parameters));
  all: Statement['all'] = (...parameters) => this.#attempt((raw) => this.#in(raw).all(...parameters));

  #in(raw: RawDatabase): Statement {
    this.#prepared ??= raw.prepare(this.#sql);
    return this.#prepared;
  }
}

/** A larger file would take too long to copy at the start. */
const copiedUpToBytes = 64 * 1024 * 1024;

/** What the file holds, as far as it can be copied and read by this version, in a place that can be written. Takes no writes. */
function standInFor(path: string, kind: DatabaseKind, now: number): RawDatabase {
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  if (size > copiedUpToBytes) return forReading(openDatabase(':memory:', kind, now).database);
  const folder = mkdtempSync(join(tmpdir(), 'triage-inbox-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const tail of ['', '-wal']) if (existsSync(path + tail)) copyFileSync(path + tail, copy + tail);
    return forReading(openDatabase(copy, kind, now).database);
  } catch {
    return forReading(openDatabase(':memory:', kind, now).database);
  } finally {
    rmSync(folder, { recursive: true, force: true }); // an open file stays until it is closed; Windows leaves it to the system
  }
}

function forReading(raw: RawDatabase): RawDatabase {
  raw.exec('PRAGMA query_only = ON');
  return raw;
}
