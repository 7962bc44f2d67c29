import type { NotificationId } from '#shared/protocol/ids';

/** So many single reads are under way at once at most. */
const mostAtOnce = 4;

/**
 * The notifications that have to be read again, each once however often that is asked, a few at a time: a stream that
 * tells of ten thousand changes costs no ten thousand requests at once. What could not be read waits for `resume`.
 */
export class Rereads {
  readonly #read: (id: NotificationId) => Promise<boolean>;
  readonly #waiting = new Map<NotificationId, (() => void)[]>();
  #running = 0;
  #isHeldUp = false;

  /** `read` returns false when the server could not be asked. */
  constructor(read: (id: NotificationId) => Promise<boolean>) {
    this.#read = read;
  }

  /** Resolves when the notification was read again, or could not be for now. */
  add(id: NotificationId): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), resolve]);
      this.#go();
    });
  }

  /** The server answers again. */
  resume(): void {
    this.#isHeldUp = false;
    this.#go();
  }

  clear(): void {
    for (const resolve of [...this.#waiting.values()].flat()) resolve();
    this.#waiting.clear();
  }

  #go(): void {
    while (!this.#isHeldUp && this.#running < mostAtOnce) {
      const [next] = this.#waiting;
      if (!next) return;
      const [id, resolves] = next;
      this.#waiting.delete(id);
      this.#running += 1;
      void this.#run(id).then(() => {
        for (const resolve of resolves) resolve();
        this.#running -= 1;
        this.#go();
      });
    }
  }

  async #run(id: NotificationId): Promise<void> {
    if (await this.#read(id)) return;
    this.#isHeldUp = true;
    if (!this.#waiting.has(id)) this.#waiting.set(id, []);
  }
}
