import type { ItemKey } from '#shared/inbox/item-key';

/** What the person has before their eyes: the item of the window that has the focus, unless the screen is locked. */
export class Presence {
  readonly #lookedAt = new Map<number, ItemKey>();
  readonly #focusedPage: () => number | undefined;
  #isLocked = false;
  #isAsleep = false;

  /** `focusedPage`: the id of the page in the window that has the focus. */
  constructor(focusedPage: () => number | undefined) {
    this.#focusedPage = focusedPage;
  }

  /** A page shows this item from now on. */
  looksAt(pageId: number, key: ItemKey): void {
    this.#lookedAt.set(pageId, key);
  }

  forget(pageId: number): void {
    this.#lookedAt.delete(pageId);
  }

  /** What stands on a locked screen is seen by nobody. */
  setLocked(isLocked: boolean): void {
    this.#isLocked = isLocked;
  }

  /** Nor does anybody see anything while the machine sleeps. */
  setAsleep(isAsleep: boolean): void {
    this.#isAsleep = isAsleep;
  }

  /** Whether one of our windows has the focus, before somebody's eyes as far as the system tells. */
  get isThere(): boolean {
    return this.#page !== undefined;
  }

  /** The item that is seen right now. */
  get seen(): ItemKey | undefined {
    const page = this.#page;
    return page === undefined ? undefined : this.#lookedAt.get(page);
  }

  get #page(): number | undefined {
    return this.#isLocked || this.#isAsleep ? undefined : this.#focusedPage();
  }
}
