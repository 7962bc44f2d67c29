import type { InboxDatabase } from '#main/store/inbox-database';
import type { StorageTrouble } from '#main/store/storage-trouble';
import type { Clock } from '#main/time/clock';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import { type Missed, missedInAll } from '#shared/inbox/missed';
import type { ChangeFeed } from './change-feed.ts';

/** Whether somebody is before this app: one of its windows has the focus, and for how long nothing was touched, in ms. */
export type Attention = { isFocused: boolean; idleMs: number };

export type AwayPorts = {
  store: InboxDatabase;
  storage: StorageTrouble;
  clock: Clock;
  feed: ChangeFeed;
  /** The accounts of this run. */
  accounts: () => AccountId[];
  attention: () => Attention;
  /** How many there are may have changed. */
  onChanged: () => void;
};

/** Who has touched nothing for so long has gone, in ms. */
const goneAfterMs = 5 * 60_000;

/**
 * What ended while nobody looked: never seen, not answered here, and over before the person was back. The store keeps it
 * until the person puts it away, or until the app starts anew after it was said.
 */
export class Away {
  readonly #ports: AwayPorts;
  #hereSince: number | undefined;
  #followed: readonly AccountId[] = [];
  #known: Missed | undefined;

  constructor(ports: AwayPorts) {
    this.#ports = ports;
    ports.storage.spare(() => ports.store.missed.forgetSaid());
    ports.feed.onFlush(() => {
      // One of them may have been seen just now, which changes nothing else.
      if (this.#known && missedInAll(this.#known) > 0) ports.onChanged();
      this.#known = undefined;
    });
  }

  /** How many there are. */
  read(): Missed {
    this.look();
    this.#known ??= this.#count();
    return this.#known;
  }

  /** The ones that ended last. */
  newest(limit: number): ItemKey[] {
    return this.#ports.store.missed.newest(this.#ports.accounts(), limit);
  }

  /** The person has all of it before them. */
  said(): void {
    this.#ports.storage.spare(() => this.#ports.store.missed.say());
  }

  putAway(): void {
    this.#ports.storage.spare(() => this.#ports.store.missed.forgetAll());
    this.#known = undefined;
  }

  /** Notes whether somebody is here now: whenever a window gets or loses the focus, and at the edges of sleep. */
  look(): void {
    const { clock, attention } = this.#ports;
    const { isFocused, idleMs } = attention();
    const hasGone = idleMs >= goneAfterMs;
    if (isFocused && !hasGone) {
      this.#hereSince ??= clock.now();
      return;
    }
    if (this.#hereSince === undefined) return;
    this.#settle(this.#hereSince, clock.now() - (hasGone ? idleMs : 0));
    this.#hereSince = undefined;
  }

  #count(): Missed {
    this.#follow();
    this.#settle(this.#hereSince, Number.MAX_SAFE_INTEGER);
    return this.#ports.store.missed.counts(this.#ports.accounts());
  }

  /** Drops what ended before somebody's eyes, and what was seen or answered after all. */
  #settle(from: number | undefined, to: number): void {
    const { store, storage } = this.#ports;
    storage.spare(() => store.missed.settle(from === undefined ? undefined : { from, to }));
    this.#known = undefined;
  }

  #follow(): void {
    const { store, storage, clock, accounts } = this.#ports;
    const now = accounts();
    if (now.length === this.#followed.length && now.every((one) => this.#followed.includes(one))) return;
    storage.spare(() => store.missed.follow(now, clock.now()));
    this.#followed = now;
  }
}
