import type { OutboxPorts } from '#main/outbox/outbox';
import { OutboxEntry } from '#main/outbox/outbox-entry';
import { type AccountId, type ItemKey, partsOf } from '#shared/inbox/item-key';
import { isInFlight, type OutboxState } from '#shared/outbox/outbox';

type Contents = OutboxPorts['store'];

/** The outbox's file in memory, for tests of many thousand schedules: it outlives kills and can refuse writes. */
export class MemoryOutboxStore implements Contents {
  refusesWrites = false;
  writes = 0;
  readonly #rows = new Map<ItemKey, string>();

  find(item: ItemKey): OutboxEntry | undefined {
    const row = this.#rows.get(item);
    return row === undefined ? undefined : OutboxEntry.parse(JSON.parse(row));
  }

  add(entry: OutboxEntry): boolean {
    const before = this.find(entry.key);
    if (before && before.state.at !== 'returned') return false;
    this.#put(entry);
    return true;
  }

  setState(entry: OutboxEntry, state: OutboxState): OutboxEntry {
    const next = { ...entry, state };
    this.#put(next);
    return next;
  }

  remove(item: ItemKey): void {
    this.#write();
    this.#rows.delete(item);
  }

  removeAccount(account: AccountId): void {
    this.#write();
    for (const key of [...this.#rows.keys()]) if (partsOf(key).account === account) this.#rows.delete(key);
  }

  inFlight(): OutboxEntry[] {
    const all = [...this.#rows.values()].map((row) => OutboxEntry.parse(JSON.parse(row)));
    return all.filter((entry) => isInFlight(entry.state));
  }

  close(): void {}

  #put(entry: OutboxEntry): void {
    this.#write();
    this.#rows.set(entry.key, JSON.stringify(entry));
  }

  #write(): void {
    if (this.refusesWrites) throw new Error('database or disk is full');
    this.writes += 1;
  }
}
