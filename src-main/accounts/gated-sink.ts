import type { ItemSink } from './item-sink.ts';

/** Lets through what an account hears until it is removed: a reply may come late, and then means nothing (guarantees.md R28). */
export function gatedSink(sink: ItemSink, isOpen: () => boolean): ItemSink {
  return {
    take: (...heard) => (isOpen() ? sink.take(...heard) : []),
    statusChanged: (...heard) => isOpen() && sink.statusChanged(...heard),
    gone: (...heard) => {
      if (isOpen()) sink.gone(...heard);
    },
    unsettled: (account) => (isOpen() ? sink.unsettled(account) : []),
    knewBefore: (...asked) => isOpen() && sink.knewBefore(...asked),
    isOutlived: (...asked) => isOpen() && sink.isOutlived(...asked),
    unacknowledged: (account) => (isOpen() ? sink.unacknowledged(account) : []),
    clockOffset: (...heard) => {
      if (isOpen()) sink.clockOffset(...heard);
    },
    connectionChanged: (...heard) => {
      if (isOpen()) sink.connectionChanged(...heard);
    },
  };
}
