import type { Warnings } from '#main/warnings';
import { words } from '#shared/words/words';
import { diskTrouble, troubleWords } from './sqlite-faults.ts';

const warningId = 'history-disk';

/** Says when the disk does not take what arrives, and when it takes it again (guarantees.md R17). */
export class StorageTrouble {
  readonly #warnings: Warnings;
  #isOn = false;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  /** Runs a write that has to be repeated when it fails: what it throws goes on to whoever repeats it. */
  watch<T>(run: () => T): T {
    try {
      const value = run();
      this.#over();
      return value;
    } catch (thrown) {
      this.#met(thrown);
      throw thrown;
    }
  }

  /** Runs a write that may be missed, since the server or the next time makes up for it. */
  spare(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      if (!this.#met(thrown)) throw thrown;
    }
  }

  #met(thrown: unknown): boolean {
    const trouble = diskTrouble(thrown);
    if (trouble === undefined) return false;
    this.#isOn = true;
    this.#warnings.report({
      id: warningId,
      say: () => ({
        message: words.storage.questionsNotStored(troubleWords(trouble)),
        hint: words.storage.questionsNotStoredHint,
      }),
    });
    return true;
  }

  #over(): void {
    if (!this.#isOn) return;
    this.#isOn = false;
    this.#warnings.clear(warningId);
  }
}
