import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import { type Gate, type GateEvent, gateAfterRestart, openGate, stepGate } from '#shared/outbox/gate';
import {
  dueAt,
  isInFlight,
  isUndoable,
  isWorthWriting,
  type OutboxEvent,
  type OutboxState,
  type SubmitReply,
  stepOutbox,
} from '#shared/outbox/outbox';
import type { Status } from '#shared/protocol/lifecycle';
import { words } from '#shared/words/words';
import { Lane } from './lane.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';
import { SetClock } from './set-clock.ts';

/** How soon a write that the disk refused is tried again, in ms. */
const diskRetryMs = 2_000;
/** While something waits, it is looked whether the clock was set: often while a countdown is before the person's eyes. */
const lookAgainMs = { held: 1_000, queued: 30_000 };
/** Answers of an account that are taken up in one turn: each is a write that the disk has to confirm. */
const takenUpAtOnce = 8;

export type OutboxPorts = {
  store: Pick<OutboxStore, 'find' | 'add' | 'setState' | 'remove' | 'removeAccount' | 'inFlight' | 'close'>;
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
 * Moves decisions from "saved" to "accepted" or back to the person: the runner of `stepOutbox`, and of `stepGate` for
 * each account. A state is on disk before anything follows from it, so a kill at any moment continues from what is
 * stored. Waits are measured by a clock that nobody can set; after a restart there is only the stored time to go by.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #setClock: SetClock;
  readonly #inFlight = new Map<ItemKey, OutboxEntry>();
  readonly #lanes = new Map<AccountId, Lane>();
  /** When the next answer becomes due that is not in a lane yet. */
  #nextDue = Number.POSITIVE_INFINITY;
  /** Until when something is held at most. */
  #heldUntil = Number.NEGATIVE_INFINITY;
  #diskFails = false;
  #diskRetryAt = Number.NEGATIVE_INFINITY;
  #cancelAlarm = () => {};
  #isClosed = false;
  #idle: (() => void)[] = [];

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#setClock = new SetClock(ports.clock);
    const now = ports.clock.now();
    const stored = ports.store.inFlight().sort((a, b) => a.savedAt - b.savedAt);
    for (const entry of stored) {
      this.#inFlight.set(entry.key, entry);
      this.#noteDue(entry.state);
      this.#step(entry.key, { type: 'restarted', now, savedAt: entry.savedAt });
    }
    for (const account of new Set(stored.map((entry) => entry.account))) {
      const states = this.#of(account).map((entry) => entry.state);
      this.#laneOf(account).gate = gateAfterRestart(states, now);
    }
  }

  find(key: ItemKey): OutboxEntry | undefined {
    return this.#inFlight.get(key) ?? this.#ports.store.find(key);
  }

  /** Whether the server of an account takes answers, as far as its replies told. */
  gateOf(account: AccountId): Gate {
    return this.#lanes.get(account)?.gate ?? openGate;
  }

  isOnItsWay(key: ItemKey): boolean {
    return this.#inFlight.has(key);
  }

  /** Every decision that is on its way. */
  onTheirWay(): ItemKey[] {
    return [...this.#inFlight.keys()];
  }

  /** Writes a decision to disk; when this returns true it is safe. False: another decision stands for this item. */
  add(entry: OutboxEntry): boolean {
    this.#now();
    if (this.#isClosed || !this.#ports.store.add(entry)) return false;
    this.#inFlight.set(entry.key, entry);
    this.#noteDue(entry.state);
    this.run();
    return true;
  }

  /** Takes a decision back while no byte was sent. It is gone from the disk when this says so, also for a later start. */
  takeBack(key: ItemKey): 'taken-back' | 'too-late' | 'disk-refused' {
    const now = this.#now();
    const entry = this.#inFlight.get(key);
    if (this.#isClosed || !entry || !isUndoable(entry.state, now)) return 'too-late';
    try {
      this.#ports.store.remove(key);
    } catch (thrown) {
      this.#diskFailed(thrown);
      return 'disk-refused';
    }
    this.#inFlight.delete(key);
    this.#setAlarm();
    return 'taken-back';
  }

  /** What of an account has not reached its server, the oldest first. */
  inFlightOf(account: AccountId): OutboxEntry[] {
    return this.#of(account).sort((a, b) => a.savedAt - b.savedAt);
  }

  /** The account is removed, and every decision for it is discarded. A reply that still comes finds nothing to move. */
  forget(account: AccountId): void {
    this.#ports.store.removeAccount(account);
    for (const { key } of this.#of(account)) this.#inFlight.delete(key);
    this.#lanes.delete(account);
    this.#setAlarm();
    this.#settleIdle();
  }

  /** The item can no longer be answered, as the server says. */
  itemClosed(key: ItemKey, status: Status): void {
    if (this.#isClosed) return;
    this.#step(key, { type: 'item-closed', status });
    this.#setAlarm();
  }

  /** The server of an account answers again, and takes its token: what waits goes now. */
  online(account: AccountId): void {
    if (this.#isClosed) return;
    const now = this.#now();
    this.#stepGate(this.#laneOf(account), account, { type: 'online', now });
    for (const { key } of this.#of(account)) this.#step(key, { type: 'online', now });
    this.run();
  }

  /** Does everything that is due, and sets the alarm for what is not. Called at the start, after sleep and by the alarm. */
  run(): void {
    if (this.#isClosed) return;
    const now = this.#now();
    if (now >= this.#nextDue) this.#lookForDue(now);
    for (const [account, lane] of this.#lanes) this.#takeUp(account, lane, now);
    this.#setAlarm();
  }

  /** For quitting: everything goes now, the take-back windows included. Resolves when nothing is out any more. */
  hurry(): Promise<void> {
    const now = this.#now();
    for (const [account, lane] of this.#lanes) this.#stepGate(lane, account, { type: 'hurried', now });
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

  /** This machine's time, in ms. When somebody has set the clock, every wait is moved along first. */
  #now(): number {
    const by = this.#setClock.setBy();
    if (by !== 0) this.#clockWasSet(by);
    return this.#ports.clock.now();
  }

  #clockWasSet(by: number): void {
    this.#ports.log.info('the clock was set', { by });
    this.#nextDue += by;
    this.#heldUntil += by;
    this.#diskRetryAt += by;
    for (const [account, lane] of this.#lanes) this.#stepGate(lane, account, { type: 'clock-set', by });
    for (const [key, entry] of this.#inFlight) {
      const moved = {
        ...entry,
        savedAt: entry.savedAt + by,
        state: stepOutbox(entry.state, { type: 'clock-set', by }),
      };
      // On disk, too, where a start after a kill has to know of a wait that nothing may shorten.
      const isBinding = moved.state.at === 'held' || (moved.state.at === 'queued' && moved.state.told !== undefined);
      this.#inFlight.set(key, isBinding ? this.#write(moved, moved.state) : moved);
      this.#ports.onMoved(moved);
    }
  }

  /** Puts what has become due into its account's lane. */
  #lookForDue(now: number): void {
    this.#nextDue = Number.POSITIVE_INFINITY;
    for (const key of [...this.#inFlight.keys()]) {
      this.#step(key, { type: 'window-ended', now });
      const entry = this.#inFlight.get(key);
      const due = entry && dueAt(entry.state);
      if (!entry || due === undefined) continue;
      if (due <= now) this.#laneOf(entry.account).ready.add(key);
      else this.#nextDue = Math.min(this.#nextDue, due);
    }
  }

  /** Sends what is due, in its order, as far as there is room; the rest of many has its turn after other work. */
  #takeUp(account: AccountId, lane: Lane, now: number): void {
    if (!this.#ports.isOfThisRun(account)) return;
    let left = takenUpAtOnce;
    for (const key of lane.ready) {
      if (left === 0 || !lane.hasRoom(now) || this.#awaitsDisk(now)) return;
      const before = this.#inFlight.get(key);
      if (before?.state.at !== 'queued' || now < before.state.notBefore) {
        lane.ready.delete(key);
        continue;
      }
      left -= 1;
      const { flagged, savedAt } = before;
      this.#step(key, { type: 'picked', now, flagged, savedAt, itemOpen: this.#ports.isItemOpen(key) });
      const entry = this.#inFlight.get(key);
      if (entry?.state.at === 'queued') continue; // the disk did not take it
      lane.ready.delete(key);
      if (entry?.state.at === 'sending') void this.#send(entry, lane);
    }
  }

  async #send(entry: OutboxEntry, lane: Lane): Promise<void> {
    lane.out += 1;
    const reply = await this.#replyTo(entry);
    lane.out -= 1;
    if (this.#isClosed) return;
    const event = { type: 'replied' as const, now: this.#now(), jitter: this.#ports.random(), reply };
    this.#stepGate(lane, entry.account, event);
    this.#step(entry.key, event);
    this.run();
    this.#settleIdle();
  }

  async #replyTo(entry: OutboxEntry): Promise<SubmitReply> {
    try {
      return await this.#ports.submit(entry);
    } catch (thrown) {
      this.#ports.log.error('submitting failed unexpectedly', { reason: reasonOf(thrown) });
      return { kind: 'unreachable', why: words.faults.sendingFailed };
    }
  }

  #step(key: ItemKey, event: OutboxEvent): void {
    const entry = this.#inFlight.get(key);
    if (!entry) return;
    const state = stepOutbox(entry.state, event);
    if (state === entry.state) return;
    const next = isWorthWriting(entry.state, state) ? this.#write(entry, state) : { ...entry, state };
    if (isInFlight(next.state)) this.#inFlight.set(key, next);
    else this.#inFlight.delete(key);
    this.#noteDue(next.state);
    if (next.state !== entry.state) this.#ports.onMoved(next);
  }

  /** The gate of an account moved: what waits behind it waits for something else, perhaps. */
  #stepGate(lane: Lane, account: AccountId, event: GateEvent): void {
    const before = lane.gate;
    lane.gate = stepGate(before, event);
    if (lane.gate.at === before.at) return;
    for (const entry of this.#of(account)) if (entry.state.at === 'queued') this.#ports.onMoved(entry);
  }

  /** A reply that cannot be written is asked for again, with the same key; nothing else moves unless it is on disk. */
  #write(entry: OutboxEntry, state: OutboxState): OutboxEntry {
    try {
      if (state.at === 'accepted') this.#ports.onAccepted(entry);
      const next = this.#ports.store.setState(entry, state);
      this.#diskWorks();
      return next;
    } catch (thrown) {
      this.#diskFailed(thrown);
      if (entry.state.at !== 'sending') return entry;
      if (state.at === 'queued') return { ...entry, state };
      const { attempt } = entry.state;
      const because = words.faults.diskRefused;
      return {
        ...entry,
        state: { at: 'queued', attempt: attempt + 1, notBefore: this.#ports.clock.now() + diskRetryMs, because },
      };
    }
  }

  #diskWorks(): void {
    if (this.#diskFails) this.#ports.onDisk(undefined);
    this.#diskFails = false;
  }

  #diskFailed(thrown: unknown): void {
    this.#diskFails = true;
    this.#diskRetryAt = this.#ports.clock.now() + diskRetryMs;
    this.#ports.onDisk(reasonOf(thrown));
  }

  #awaitsDisk(now: number): boolean {
    return this.#diskFails && now < this.#diskRetryAt;
  }

  #noteDue(state: OutboxState): void {
    const due = dueAt(state);
    if (due === undefined) return;
    this.#nextDue = Math.min(this.#nextDue, due);
    if (state.at === 'held') this.#heldUntil = Math.max(this.#heldUntil, due);
  }

  #setAlarm(): void {
    this.#cancelAlarm();
    this.#cancelAlarm = () => {};
    const { clock } = this.#ports;
    const now = clock.now();
    const next = this.#nextTurn(now);
    if (next === undefined) return;
    const lookAgain = now + (now < this.#heldUntil ? lookAgainMs.held : lookAgainMs.queued);
    this.#cancelAlarm = clock.at(Math.min(next, lookAgain), () => this.run());
  }

  /** When there is something to do, should nothing else happen before. */
  #nextTurn(now: number): number | undefined {
    const turns = [this.#nextDue];
    for (const [account, lane] of this.#lanes) {
      if (!this.#ports.isOfThisRun(account)) continue;
      turns.push(lane.ready.size > 0 && lane.hasRoom(now) ? now : (lane.opensAt(now) ?? Number.POSITIVE_INFINITY));
    }
    const next = Math.min(...turns);
    if (!Number.isFinite(next)) return undefined;
    return this.#diskFails ? Math.max(next, this.#diskRetryAt) : next;
  }

  #of(account: AccountId): OutboxEntry[] {
    return [...this.#inFlight.values()].filter((entry) => entry.account === account);
  }

  #laneOf(account: AccountId): Lane {
    const lane = this.#lanes.get(account) ?? new Lane();
    this.#lanes.set(account, lane);
    return lane;
  }

  #settleIdle(): void {
    const now = this.#ports.clock.now();
    const goesOn = (account: AccountId, lane: Lane) =>
      lane.out > 0 ||
      (lane.ready.size > 0 && lane.hasRoom(now) && !this.#awaitsDisk(now) && this.#ports.isOfThisRun(account));
    if ([...this.#lanes].some(([account, lane]) => goesOn(account, lane))) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
