import type { Clock } from '#main/time/clock';
import type { ItemKey } from '#shared/inbox/item-key';

/** At most thirty flushes a second (guarantees.md, P14), in ms. */
const flushEveryMs = 34;
/** With more changes than this in one flush, everything shown is to be read again. */
const manyKeys = 200;

/** Gathers changes of items and tells them in batches. */
export class ChangeFeed {
  readonly #clock: Clock;
  readonly #keys = new Set<ItemKey>();
  readonly #listeners = new Set<(keys: ItemKey[] | null) => void>();
  #isAll = false;
  #isScheduled = false;
  #flushedAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  changed(key: ItemKey): void {
    this.#keys.add(key);
    this.#schedule();
  }

  /** More changed than can be named: everything shown is to be read again. */
  allChanged(): void {
    this.#isAll = true;
    this.#schedule();
  }

  onFlush(listener: (keys: ItemKey[] | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#clock.at(Math.max(this.#clock.now(), this.#flushedAt + flushEveryMs), () => this.#flush());
  }

  #flush(): void {
    this.#isScheduled = false;
    this.#flushedAt = this.#clock.now();
    const keys = this.#isAll || this.#keys.size > manyKeys ? null : [...this.#keys];
    this.#isAll = false;
    this.#keys.clear();
    for (const listener of this.#listeners) listener(keys);
  }
}
