import type { Clock } from '#main/time/clock';
import type { ItemKey } from '#shared/inbox/item-key';

/**
 * What changes now and then is told at once, at most every other frame. In a flood nobody reads rows as they come, and
 * each flush is answered by questions of the page: then eight a second keep all that is said to it under thirty
 * (docs/performance.md, P14). In ms.
 */
const flushEveryMs = 34;
const floodEveryMs = 125;
/** So many changes in one flush are a flood. */
const floodKeys = 8;
/** With more changes than this in one flush, everything shown is to be read again. */
const manyKeys = 200;

/** Gathers changes of items and tells them in batches. */
export class ChangeFeed {
  readonly #clock: Clock;
  readonly #keys = new Set<ItemKey>();
  readonly #listeners = new Set<(keys: ItemKey[] | null) => void>();
  #isAll = false;
  #isScheduled = false;
  /** By the clock that nobody sets. */
  #nextAt = 0;

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
    this.#clock.after(Math.max(0, this.#nextAt - this.#clock.monotonic()), () => this.#flush());
  }

  #flush(): void {
    this.#isScheduled = false;
    const isFlood = this.#isAll || this.#keys.size > floodKeys;
    this.#nextAt = this.#clock.monotonic() + (isFlood ? floodEveryMs : flushEveryMs);
    const keys = this.#isAll || this.#keys.size > manyKeys ? null : [...this.#keys];
    this.#isAll = false;
    this.#keys.clear();
    for (const listener of this.#listeners) listener(keys);
  }
}
