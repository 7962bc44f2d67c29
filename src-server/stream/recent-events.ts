import { randomUUID } from 'node:crypto';
import type { UserId } from '#shared/protocol/ids';
import { isFor } from '../notifications/find.ts';
import type { StreamEvent } from './stream-event.ts';

/** The only users an event is for; undefined is everyone. */
export type Recipients = readonly UserId[] | undefined;

type Kept = StreamEvent & { id: string; recipients: Recipients };

/** What is kept for those who come back: so many events, and so many characters of them together. */
const mostEvents = 1_000;
const mostCharacters = 4 * 1024 * 1024;

export type RecentEvents = {
  nextId(): string;
  keep(event: StreamEvent & { id: string }, recipients: Recipients): void;
  /** What came for this user after the event with this id; undefined when it is too old, or of another run of the server. */
  after(id: string, user: UserId): StreamEvent[] | undefined;
};

/** The last events in memory, for `Last-Event-ID` (section 7). Ids count up within one run of the server. */
export function createRecentEvents(): RecentEvents {
  const run = randomUUID().slice(0, 8);
  const idOf = (n: number) => `${run}-${n}`;
  let last = 0;
  let kept: Kept[] = [];
  let characters = 0;
  return {
    nextId: () => idOf(++last),
    keep: (event, recipients) => {
      kept.push({ ...event, recipients });
      characters += event.json.length;
      let surplus = 0;
      while (kept.length - surplus > mostEvents || characters > mostCharacters) {
        characters -= kept[surplus++]?.json.length ?? 0;
      }
      if (surplus > 0) kept = kept.slice(surplus);
    },
    after: (id, user) => {
      const own = (events: readonly Kept[]) => events.filter(({ recipients }) => isFor(recipients, user));
      if (id === idOf(last)) return [];
      const first = kept[0];
      if (!first) return undefined;
      const at = kept.findIndex((one) => one.id === id);
      if (at !== -1) return own(kept.slice(at + 1));
      const before = Number(first.id.slice(run.length + 1)) - 1;
      return id === idOf(before) ? own(kept) : undefined;
    },
  };
}
