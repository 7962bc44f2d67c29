import type { Outbox } from '#main/outbox/outbox';
import type { InboxDatabase } from '#main/store/inbox-database';
import type { Clock } from '#main/time/clock';
import type { ItemKey } from '#shared/inbox/item-key';
import { isPossible, latestReturn } from '#shared/inbox/snooze';
import { isInFlight } from '#shared/outbox/outbox';
import { isOpen } from '#shared/protocol/lifecycle';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import type { ChangeFeed } from './change-feed.ts';
import { notFound, notStored } from './inbox-errors.ts';
import type { Snoozes } from './snoozes.ts';

export type ItemMarksPorts = {
  store: InboxDatabase;
  outbox: Outbox;
  feed: ChangeFeed;
  clock: Clock;
  snoozes: Snoozes;
  /** Counts changed. */
  onChanged: () => void;
  /** An item went out of the person's sight. */
  onSnoozed: (key: ItemKey) => void;
  /** The person brought it back before its time. */
  onUnsnoozed: (key: ItemKey) => void;
};

/** What a person marks on an open item. Nothing of it is told to the server. */
export class ItemMarks {
  readonly #ports: ItemMarksPorts;

  constructor(ports: ItemMarksPorts) {
    this.#ports = ports;
  }

  /** Puts an item off until a moment of this machine's clock, in ms: in the future, and in time for its deadline. */
  snooze(key: ItemKey, until: number): Result<undefined> {
    const { store, clock, outbox, snoozes, onSnoozed } = this.#ports;
    const standing = outbox.find(key);
    if (standing && isInFlight(standing.state)) {
      return fail({ code: 'answer/in-flight', message: words.decisions.onItsWay });
    }
    const latest = latestReturn(store.marks.deadlineHere(key));
    if (!isPossible(until, clock.now(), latest)) {
      const message = until <= clock.now() ? words.snooze.isPast : words.snooze.tooNear;
      return fail({ code: 'snooze/not-possible', message });
    }
    const marked = this.#mark(key, () => store.marks.snooze(key, until, clock.now()));
    if (marked.ok) {
      onSnoozed(key);
      snoozes.run();
    }
    return marked;
  }

  /** Brings it back now, without a word. */
  unsnooze(key: ItemKey): Result<undefined> {
    const { store, snoozes, onUnsnoozed } = this.#ports;
    const marked = this.#mark(key, () => store.marks.unsnooze(key));
    if (marked.ok) {
      onUnsnoozed(key);
      snoozes.run();
    }
    return marked;
  }

  pin(key: ItemKey, isPinned: boolean): Result<undefined> {
    const { marks } = this.#ports.store;
    return this.#mark(key, () => (isPinned ? marks.pin(key, this.#ports.clock.now()) : marks.unpin(key)));
  }

  #mark(key: ItemKey, write: () => void): Result<undefined> {
    const { store, feed, onChanged } = this.#ports;
    const row = store.queries.row(key);
    if (!row) return fail(notFound());
    if (!isOpen(row.state.status)) return fail({ code: 'item/closed', message: words.snooze.isOver });
    try {
      write();
    } catch (thrown) {
      return notStored(thrown);
    }
    feed.changed(key);
    onChanged();
    return ok(undefined);
  }
}
