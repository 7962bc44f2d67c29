/** The items of something that is worked out as it is asked for, each once. */
export class Lazily<T> implements Iterable<T> {
  readonly #source: Iterator<T>;
  readonly #known: T[] = [];

  constructor(source: Iterator<T>) {
    this.#source = source;
  }

  /** The first ones, as many as there are up to `count`. */
  first(count: number): readonly T[] {
    while (this.#known.length < count) {
      const next = this.#source.next();
      if (next.done) break;
      this.#known.push(next.value);
    }
    return this.#known.slice(0, count);
  }

  *[Symbol.iterator](): Generator<T> {
    for (let at = 0; ; at++) {
      const item = this.first(at + 1)[at];
      if (item === undefined) return;
      yield item;
    }
  }
}
