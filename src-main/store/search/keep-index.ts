import type { Database } from '#main/store/database';
import { isDamage } from '#main/store/sqlite-faults';
import type { Clock } from '#main/time/clock';
import { SearchIndex } from './search-index.ts';

/** Not while the app starts or a page of questions comes in; then short turns with pauses between them, in ms. */
const firstAfterMs = 1_500;
const afterChangesMs = 500;
const restMs = 40;
const turnMs = 10;
const rowsPerStep = 25;
const afterTroubleMs = 30_000;

export type IndexKeeper = {
  /** Something was stored, changed or removed. */
  changed: () => void;
  stop: () => void;
};

/** Keeps the index of full-text search in step, in the background. */
export function keepIndex({ database, clock }: { database: Database; clock: Clock }): IndexKeeper {
  const index = new SearchIndex(database);
  let cancel: (() => void) | undefined;
  const after = (ms: number) => {
    cancel = clock.after(ms, turn);
  };
  const turn = () => {
    cancel = undefined;
    try {
      const end = clock.monotonic() + turnMs;
      do index.catchUp(rowsPerStep);
      while (index.isBehind && clock.monotonic() < end);
      if (index.isBehind || (index.isUntidy && !index.tidy())) after(restMs);
    } catch (thrown) {
      // A disk that does not take it is said where something is lost by it: here nothing is.
      if (isDamage(thrown)) throw thrown;
      after(afterTroubleMs);
    }
  };
  after(firstAfterMs);
  return {
    changed: () => {
      if (!cancel) after(afterChangesMs);
    },
    stop: () => cancel?.(),
  };
}
