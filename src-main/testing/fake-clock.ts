import type { Clock } from '#main/time/clock';

/** A clock for tests: time stands still until it is told to pass. */
export class FakeClock implements Clock {
  #now: number;
  #due: { when: number; run: () => void }[] = [];

  constructor(now = Date.parse('2026-01-15T09:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  at(when: number, run: () => void): () => void {
    const entry = { when, run };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((one) => one !== entry);
    };
  }

  /** How many alarms are set. */
  get pending(): number {
    return this.#due.length;
  }

  /** The machine sleeps: what falls due meanwhile runs after it, late. */
  sleep(ms: number): void {
    this.#now += ms;
    this.pass(0);
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
