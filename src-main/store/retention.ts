import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import type { ItemKey } from '#shared/inbox/item-key';
import type { InboxDatabase } from './inbox-database.ts';

/** Not while the app starts; then once a day, in small steps with pauses between them. Times in ms. */
const firstAfterMs = 30_000;
const dayMs = 24 * 3_600_000;
const pauseMs = 50;
const rowsPerStep = 100;
const pagesPerStep = 200;

export type RetentionPorts = {
  store: InboxDatabase;
  clock: Clock;
  /** For how many days History is kept; null is for ever. */
  historyDays: () => number | null;
  /** Items with an answer on its way stay, whatever their age. */
  inFlight: () => readonly ItemKey[];
  onRemovedItem: (key: ItemKey) => void;
  /** A whole run removed something. */
  onRemoved: () => void;
  log: Logger;
};

/** Removes what is older than the person wants to keep, and gives the space back. Returns the way to stop. */
export function keepHistoryShort(ports: RetentionPorts): () => void {
  const { store, clock, historyDays, inFlight, onRemovedItem, onRemoved, log } = ports;
  let cancel = () => {};
  const after = (ms: number, run: () => void) => {
    cancel = clock.at(clock.now() + ms, run);
  };
  let removed = 0;

  const step = () => {
    const days = historyDays();
    const gone = days === null ? [] : removeSome(clock.now() - days * dayMs);
    removed += gone.length;
    if (gone.length > 0) {
      after(pauseMs, step);
      return;
    }
    if (removed > 0) {
      log.info('old history was removed', { items: removed });
      onRemoved();
    }
    removed = 0;
    after(dayMs, step);
  };
  const removeSome = (before: number): ItemKey[] => {
    try {
      const gone = store.notifications.removeEnded(before, inFlight(), rowsPerStep);
      for (const key of gone) onRemovedItem(key);
      if (gone.length > 0) store.database.exec(`PRAGMA incremental_vacuum(${pagesPerStep})`);
      return gone;
    } catch (thrown) {
      log.warn('old history could not be removed', { reason: reasonOf(thrown) });
      return [];
    }
  };
  after(firstAfterMs, step);
  return () => cancel();
}
