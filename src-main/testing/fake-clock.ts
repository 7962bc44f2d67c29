import type { Clock } from '#main/time/clock';

type Due = { clock: 'wall' | 'monotonic'; when: number; run: () => void };

/** A clock for tests: time stands still until it is told to pass. */
export class FakeClock implements Clock {
  #now: number;
  #monotonic = 1_000;
  #due = new Set<Due>();

  constructor(now = Date.parse('2026-01-15T09:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  elapsed(): number {
    return this.#monotonic;
  }

  at(when: number, run: () => void): () => void {
    return this.#wait({ clock: 'wall', when, run });
  }

  after(ms: number, run: () => void): () => void {
    return this.#wait({ clock: 'monotonic', when: this.#monotonic + ms, run });
  }

  /** This clock as one run of the app has it: when that is over, none of its alarms rings any more. */
  during(isOver: () => boolean): Clock & { elapsed(): number } {
    return {
      now: () => this.now(),
      elapsed: () => this.elapsed(),
      monotonic: () => this.monotonic(),
      at: (when, run) => this.at(when, () => isOver() || run()),
      after: (ms, run) => this.after(ms, () => isOver() || run()),
    };
  }

  /** How many alarms are set. */
  get pending(): number {
    return this.#due.size;
  }

  /** How long until the next alarm, in ms; undefined when none is set. */
  get nextInMs(): number | undefined {
    const next = this.#next();
    return next && Math.max(0, this.#left(next));
  }

  /** The machine sleeps: what falls due meanwhile runs after it, late. */
  sleep(ms: number): void {
    this.#now += ms;
    this.pass(0);
  }

  /** Lets time pass; what is due runs in its order, each at its own time. */
  pass(ms: number): void {
    const end = this.#monotonic + ms;
    for (;;) {
      const next = this.#next();
      if (!next || this.#left(next) > end - this.#monotonic) break;
      this.#due.delete(next);
      this.#move(Math.max(0, this.#left(next)));
      next.run();
    }
    this.#move(Math.max(0, end - this.#monotonic));
  }

  /** Somebody sets the clock on the wall; no time passes. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** As `jump`, but alarms that were set ring when their time has passed, as timers of the system do. */
  set(by: number): void {
    this.jump(by);
    for (const one of this.#due) if (one.clock === 'wall') one.when += by;
  }

  #wait(entry: Due): () => void {
    this.#due.add(entry);
    return () => void this.#due.delete(entry);
  }

  #left({ clock, when }: Due): number {
    return when - (clock === 'wall' ? this.#now : this.#monotonic);
  }

  #next(): Due | undefined {
    let next: Due | undefined;
    for (const one of this.#due) if (!next || this.#left(one) < this.#left(next)) next = one;
    return next;
  }

  #move(ms: number): void {
    this.#now += ms;
    this.#monotonic += ms;
  }
}
