import { randomUUID } from 'node:crypto';
import type { StreamEvent } from './stream-event.ts';

/** What is kept for those who come back: so many events, and so many characters of them together. */
const mostEvents = 1_000;
const mostCharacters = 4 * 1024 * 1024;

export type RecentEvents = {
  nextId(): string;
  keep(event: StreamEvent & { id: string }): void;
  /** What came after the event with this id; undefined when it is too old, or of another run of the server. */
  after(id: string): StreamEvent[] | undefined;
};

/** The last events in memory, for `Last-Event-ID` (section 7). Ids count up within one run of the server. */
export function createRecentEvents(): RecentEvents {
  const run = randomUUID().slice(0, 8);
  const idOf = (n: number) => `${run}-${n}`;
  let last = 0;
  let kept: (StreamEvent & { id: string })[] = [];
  let characters = 0;
  return {
    nextId: () => idOf(++last),
    keep: (event) => {
      kept.push(event);
      characters += event.json.length;
      let surplus = 0;
      while (kept.length - surplus > mostEvents || characters > mostCharacters) {
        characters -= kept[surplus++]?.json.length ?? 0;
      }
      if (surplus > 0) kept = kept.slice(surplus);
    },
    after: (id) => {
      if (id === idOf(last)) return [];
      const first = kept[0];
      if (!first) return undefined;
      const at = kept.findIndex((one) => one.id === id);
      if (at !== -1) return kept.slice(at + 1);
      const before = Number(first.id.slice(run.length + 1)) - 1;
      return id === idOf(before) ? [...kept] : undefined;
    },
  };
}
