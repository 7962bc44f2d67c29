import type { Clock } from '#main/time/clock';
import type { Warnings } from '#main/warnings';
import type { ItemKey } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import type { Outbox } from './outbox.ts';

const warningId = 'answers-kept';
/** What is still on its way this long after the start is said; the rest has gone without a word, in ms. */
const saidAfterMs = 3_000;

/** Says at the start which answers an earlier run could not send, until they are through (design.md 3.4). */
export class KeptAnswers {
  readonly #warnings: Warnings;
  readonly #outbox: Outbox;
  #kept: ItemKey[];
  #isSaid = false;

  constructor(outbox: Outbox, warnings: Warnings, clock: Clock) {
    this.#outbox = outbox;
    this.#warnings = warnings;
    this.#kept = outbox.onTheirWay();
    if (this.#kept.length > 0) clock.at(clock.now() + saidAfterMs, () => this.#say());
  }

  /** Answers have moved. */
  moved(): void {
    if (this.#isSaid) this.#say();
  }

  #say(): void {
    this.#isSaid = true;
    const before = this.#kept.length;
    this.#kept = this.#kept.filter((key) => this.#outbox.isOnItsWay(key));
    const { length } = this.#kept;
    if (length === 0) {
      this.#isSaid = false;
      this.#warnings.clear(warningId);
    } else if (length < before || !this.#warnings.list().some(({ id }) => id === warningId)) {
      this.#warnings.report({
        id: warningId,
        say: () => ({ message: words.storage.answersKept(length), hint: words.storage.answersKeptHint(length) }),
      });
    }
  }
}
