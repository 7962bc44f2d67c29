import type { Clock } from '#main/time/clock';

/** A clock for tests: time stands still until it is told to pass. */
export class FakeClock implements Clock {
  #now: number;
  #setBy = 0;
  #due: { when: number; run: () => void }[] = [];

  constructor(now = Date.parse('2026-01-15T09:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now - this.#setBy;
  }

  /** Somebody sets the clock. Alarms ring when their time has passed, as timers of the system do. */
  set(by: number): void {
    this.#now += by;
    this.#setBy += by;
    this.#due = this.#due.map((one) => ({ ...one, when: one.when + by }));
  }

  at(when: number, run: () => void): () => void {
    const entry = { when, run };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter(({ run: other }) => other !== run);
    };
  }

  /** How many alarms are set. */
  get pending(): number {
    return this.#due.length;
  }

  /** Lets time pass; what is due runs in its order, each at its own time. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#due.filter((one) => one.when <= end).sort((a, b) => a.when - b.when)[0];
      if (!next) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.when);
      next.run();
    }
    this.#now = end;
  }
}
