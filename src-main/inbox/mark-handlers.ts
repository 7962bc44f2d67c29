import type { Handlers } from '#main/ipc/handle';
import { ok } from '#shared/result';
import type { Away } from './away.ts';
import type { Inbox } from './inbox.ts';
import type { ItemMarks } from './item-marks.ts';

export type MarkHandlerPorts = { inbox: Inbox; marks: ItemMarks; away: Away; onMissedChanged: () => void };

/** So many of what was missed are listed; the rest is in History. */
const listed = 20;

/** Snooze, pin, and what ended while nobody looked. */
export function markHandlers({ inbox, marks, away, onMissedChanged }: MarkHandlerPorts) {
  return {
    'inbox:snooze': ({ key, until }) => marks.snooze(key, until),
    'inbox:unsnooze': ({ key }) => marks.unsnooze(key),
    'inbox:pin': ({ key, isPinned }) => marks.pin(key, isPinned),
    'inbox:read-missed': () => ok(inbox.rows(away.newest(listed))),
    'inbox:said-missed': () => {
      away.said();
      return ok(undefined);
    },
    'inbox:put-missed-away': () => {
      away.putAway();
      onMissedChanged();
      return ok(undefined);
    },
  } satisfies Partial<Handlers>;
}
