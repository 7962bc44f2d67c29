import type { Clock } from '#main/time/clock';

/** A difference smaller than this is the clock being kept right, not set, in ms. */
const noticedMs = 250;

/** Notices when somebody sets this machine's clock, by one that cannot be set. */
export class SetClock {
  readonly #clock: Clock;
  #lead: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#lead = this.#currentLead();
  }

  /** By how much the clock was set since this was asked before, in ms; 0 when it was not. */
  setBy(): number {
    const by = this.#currentLead() - this.#lead;
    if (Math.abs(by) < noticedMs) return 0;
    this.#lead += by;
    return by;
  }

  #currentLead(): number {
    const now = this.#clock.now();
    return now - (this.#clock.elapsed?.() ?? now);
  }
}
