import type { Clock } from '#main/time/clock';

const everyMs = 1_000;
/** So many pings in a row without an answer mean that it hangs. */
const mostUnanswered = 5;
/** A tick that comes later than this says that we ourselves, or the whole machine, stood still: nothing is held against it. */
const lateMs = 1_000;

export type Watched = { ping: () => void; hangs: () => void };

/**
 * Notices that a process hangs. Only pings that were sent in time count, so sleep and wake of the machine, a debugger
 * or a stopped app never do.
 */
export class Heartbeat {
  readonly #clock: Clock;
  #watched: Watched | undefined;
  #unanswered = 0;
  #cancel = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  startIn(ms: number, watched: Watched): void {
    this.stop();
    this.#watched = watched;
    this.#tickIn(ms);
  }

  startNow(): void {
    this.#cancel();
    this.#unanswered = 0;
    this.#tickIn(everyMs);
  }

  heard(): void {
    this.#unanswered = 0;
  }

  stop(): void {
    this.#cancel();
    this.#watched = undefined;
    this.#unanswered = 0;
  }

  #tickIn(ms: number): void {
    const due = this.#clock.now() + ms;
    this.#cancel = this.#clock.at(due, () => this.#tick(due));
  }

  #tick(due: number): void {
    if (!this.#watched) return;
    if (Math.abs(this.#clock.now() - due) > lateMs) this.#unanswered = 0;
    if (this.#unanswered >= mostUnanswered) {
      this.#watched.hangs();
      return;
    }
    this.#unanswered += 1;
    this.#watched.ping();
    this.#tickIn(everyMs);
  }
}
