import { parseInstant } from '#shared/protocol/instant';

/** Differences smaller than this are not worth a correction, in ms. */
const toleranceMs = 250;

/** What to add to this machine's clock to get the server's (design.md 3, Time), from what the server says of the time. */
export class ServerClock {
  #offsetMs = 0;
  readonly #onChanged: (offsetMs: number) => void;

  constructor(onChanged: (offsetMs: number) => void) {
    this.#onChanged = onChanged;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** A `Date` header has whole seconds and was written between two moments here: only a contradiction corrects. */
  dateHeader(header: string, sentAt: number, receivedAt: number): void {
    const date = Date.parse(header);
    if (Number.isNaN(date)) return;
    const least = date - receivedAt;
    const most = date + 999 - sentAt;
    if (this.#offsetMs < least - toleranceMs || this.#offsetMs > most + toleranceMs) this.#set((least + most) / 2);
  }

  /** A heartbeat names its time to the millisecond. */
  heartbeat(timestamp: unknown, now: number): void {
    const at = typeof timestamp === 'string' ? parseInstant(timestamp) : undefined;
    if (at !== undefined && Math.abs(at - now - this.#offsetMs) > toleranceMs) this.#set(at - now);
  }

  #set(offsetMs: number): void {
    this.#offsetMs = Math.round(offsetMs);
    this.#onChanged(this.#offsetMs);
  }
}
