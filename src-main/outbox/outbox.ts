import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import {
  dueAt,
  isUndoable,
  type OutboxEvent,
  type OutboxState,
  type SubmitReply,
  stepOutbox,
} from '#shared/outbox/outbox';
import type { Status } from '#shared/protocol/lifecycle';
import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';

/** How soon a write that the disk refused is tried again. */
const diskRetryMs = 2_000;

export type OutboxPorts = {
  store: OutboxStore;
  clock: Clock;
  /** From 0 (inclusive) to 1. */
  random: () => number;
  submit: (entry: OutboxEntry) => Promise<SubmitReply>;
  /** Decisions of accounts that are not part of this run wait for a run that has them. */
  isOfThisRun: (account: AccountId) => boolean;
  /** Whether the item still takes an answer, as far as is known here. */
  isItemOpen: (key: ItemKey) => boolean;
  /** The disk did not take a write, or takes them again. */
  onDisk: (trouble: string | undefined) => void;
  onMoved: (entry: OutboxEntry) => void;
  /**
   * The server has it: called before the outbox says so on disk. A kill in between asks the server once more, with the
   * same key; the other way round History would never learn whose answer it was.
   */
  onAccepted: (entry: OutboxEntry) => void;
  log: Logger;
};

/**
 * Moves decisions from "saved" to "accepted" or back to the person: the runner of `stepOutbox`. Every state is on disk
 * before anything follows from it, so a kill at any moment continues from what is stored.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  #inFlight = new Map<ItemKey, OutboxEntry>();
  #cancelAlarm = () => {};
  #isClosed = false;
  #diskTrouble = false;
  #idle: (() => void)[] = [];

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    const now = ports.clock.now();
    for (const entry of ports.store.inFlight()) {
      this.#inFlight.set(entry.key, entry);
      this.#step(entry.key, { type: 'restarted', now });
    }
  }

  find(key: ItemKey): OutboxEntry | undefined {
    return this.#inFlight.get(key) ?? this.#ports.store.find(key);
  }

  /** Writes a decision to disk; when this returns true it is safe. False: another decision stands for this item. */
  add(entry: OutboxEntry): boolean {
    if (this.#isClosed || !this.#ports.store.add(entry)) return false;
    this.#inFlight.set(entry.key, entry);
    this.run();
    return true;
  }

  /** Takes a decision back while no byte was sent. Returns it, or undefined when it is too late. */
  takeBack(key: ItemKey): OutboxEntry | undefined {
    const entry = this.#inFlight.get(key);
    if (!entry || !isUndoable(entry.state, this.#ports.clock.now())) return undefined;
    this.#ports.store.remove(key);
    this.#inFlight.delete(key);
    this.#setAlarm();
    return entry;
  }

  /** The item can no longer be answered, as the server says. */
  itemClosed(key: ItemKey, status: Status): void {
    this.#step(key, { type: 'item-closed', status });
    this.#setAlarm();
  }

  /** The server of an account answers again: what waits goes now. */
  online(account: AccountId): void {
    const now = this.#ports.clock.now();
    for (const entry of [...this.#inFlight.values()]) {
      if (entry.account === account) this.#step(entry.key, { type: 'online', now });
    }
    this.run();
  }

  /** Does everything that is due, and sets the alarm for what is not. Called at the start, after sleep and by the alarm. */
  run(): void {
    if (this.#isClosed) return;
    const now = this.#ports.clock.now();
    for (const key of [...this.#inFlight.keys()]) {
      this.#step(key, { type: 'window-ended', now });
      this.#pick(key, now);
    }
    this.#setAlarm();
  }

  /** For quitting: everything goes now, the take-back windows included. Resolves when nothing is out any more. */
  hurry(): Promise<void> {
    const now = this.#ports.clock.now();
    for (const key of [...this.#inFlight.keys()]) this.#step(key, { type: 'hurried', now });
    this.run();
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#settleIdle();
    });
  }

  /** No further moves; replies that still come are left to the next start, which asks again with the same key. */
  close(): void {
    this.#isClosed = true;
    this.#cancelAlarm();
    this.#ports.store.close();
  }

  #pick(key: ItemKey, now: number): void {
    const before = this.#inFlight.get(key);
    if (before?.state.at !== 'queued' || now < before.state.notBefore || !this.#ports.isOfThisRun(before.account))
      return;
    const { flagged, savedAt } = before;
    this.#step(key, { type: 'picked', now, flagged, savedAt, itemOpen: this.#ports.isItemOpen(key) });
    const entry = this.#inFlight.get(key);
    if (entry?.state.at !== 'sending') return;
    void this.#send(entry);
  }

  async #send(entry: OutboxEntry): Promise<void> {
    const reply = await this.#replyTo(entry);
    if (this.#isClosed) return;
    const { clock, random } = this.#ports;
    this.#step(entry.key, { type: 'replied', now: clock.now(), jitter: random(), reply });
    this.run();
    this.#settleIdle();
  }

  async #replyTo(entry: OutboxEntry): Promise<SubmitReply> {
    try {
      return await this.#ports.submit(entry);
    } catch (thrown) {
      this.#ports.log.error('submitting failed unexpectedly', { reason: reasonOf(thrown) });
      return { kind: 'unreachable', why: 'Sending failed unexpectedly.' };
    }
  }

  #step(key: ItemKey, event: OutboxEvent): void {
    const entry = this.#inFlight.get(key);
    if (!entry) return;
    const state = stepOutbox(entry.state, event);
    if (state === entry.state) return;
    const next = this.#write(entry, state);
    if (next.state.at === 'accepted' || next.state.at === 'returned') this.#inFlight.delete(key);
    else this.#inFlight.set(key, next);
    if (next.state !== entry.state) this.#ports.onMoved(next);
  }

  /** Nothing moves unless it is on disk. A reply that cannot be written is asked for again, with the same key. */
  #write(entry: OutboxEntry, state: OutboxState): OutboxEntry {
    try {
      if (state.at === 'accepted') this.#ports.onAccepted(entry);
      const next = this.#ports.store.setState(entry, state);
      if (this.#diskTrouble) this.#ports.onDisk(undefined);
      this.#diskTrouble = false;
      return next;
    } catch (thrown) {
      this.#diskTrouble = true;
      this.#ports.onDisk(reasonOf(thrown));
      if (entry.state.at !== 'sending') return entry;
      const { attempt } = entry.state;
      const because = 'The disk did not take it.';
      return {
        ...entry,
        state: { at: 'queued', attempt: attempt + 1, notBefore: this.#ports.clock.now() + diskRetryMs, because },
      };
    }
  }

  #setAlarm(): void {
    this.#cancelAlarm();
    const mine = [...this.#inFlight.values()].filter((entry) => this.#ports.isOfThisRun(entry.account));
    const next = Math.min(...mine.map((entry) => dueAt(entry.state)).filter((at) => at !== undefined));
    const earliest = this.#diskTrouble ? Math.max(next, this.#ports.clock.now() + diskRetryMs) : next;
    this.#cancelAlarm = Number.isFinite(next) ? this.#ports.clock.at(earliest, () => this.run()) : () => {};
  }

  #settleIdle(): void {
    if ([...this.#inFlight.values()].some((entry) => entry.state.at === 'sending')) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
