import { parseInstant } from '#shared/protocol/instant';

/** Differences smaller than this are not worth a correction, in ms. */
const toleranceMs = 250;
/** Nobody sees smaller changes, in ms. */
const worthTellingMs = 50;
/** A call that seems to take longer than any may (or less than nothing) had the clock set under it, in ms. */
const longestCallMs = 20_000;
/** A heartbeat this far behind may have been held up on its way: it proves nothing, but it is worth asking, in ms. */
const suspiciousMs = 2_000;

/** What to add to this machine's clock to get the server's (design.md 3, Time), from what the server says of the time. */
export class ServerClock {
  #offsetMs = 0;
  #toldMs = 0;
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
    const tookMs = receivedAt - sentAt;
    if (Number.isNaN(date) || tookMs < 0 || tookMs > longestCallMs) return;
    const least = date - receivedAt;
    const most = date + 999 - sentAt;
    const nearest = Math.min(Math.max(this.#offsetMs, least), most);
    // What is a little wrong is moved as far as it must be, so that it only ever gets better.
    if (Math.abs(nearest - this.#offsetMs) > toleranceMs) this.#set((least + most) / 2);
    else this.#set(nearest);
  }

  /**
   * A heartbeat names its time to the millisecond, and was sent then or earlier: it can only tell that the server is
   * further ahead. Returns true when the server seems to be behind, which a `Date` header has to confirm.
   */
  heartbeat(timestamp: unknown, now: number): boolean {
    const at = typeof timestamp === 'string' ? parseInstant(timestamp) : undefined;
    if (at === undefined) return false;
    const ahead = at - now - this.#offsetMs;
    if (ahead > toleranceMs) this.#set(at - now);
    return ahead < -suspiciousMs;
  }

  /** This machine's clock was set by so much, in ms: the server's was not. */
  clockSet(byMs: number): void {
    this.#set(this.#offsetMs - byMs);
  }

  #set(offsetMs: number): void {
    this.#offsetMs = Math.round(offsetMs);
    if (Math.abs(this.#offsetMs - this.#toldMs) < worthTellingMs) return;
    this.#toldMs = this.#offsetMs;
    this.#onChanged(this.#offsetMs);
  }
}
