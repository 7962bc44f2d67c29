import type { Handlers } from '#main/ipc/handle';
import { ok } from '#shared/result';
import type { HistoryDesk } from './history-desk.ts';

/** What the page asks of the history as a whole. */
export function historyHandlers({ history }: { history: HistoryDesk }) {
  return {
    'history:export': ({ format, filter }) => history.export(format, filter),
    'history:verify': () => ok(history.verify()),
    'history:read-verification': () => ok(history.verification()),
    'history:stop-verifying': () => {
      history.stopVerifying();
      return ok(undefined);
    },
  } satisfies Partial<Handlers>;
}
