import type { Handlers } from '#main/ipc/handle';
import { ok } from '#shared/result';
import type { DataDesk } from './data-desk.ts';

/** What the page asks to be done with everything that is stored. */
export function dataHandlers({ data }: { data: DataDesk }) {
  return {
    'data:read': () => ok(data.view()),
    'data:back-up': () => data.backUp(),
    'data:check-backup': () => data.check(),
    'data:cancel': async () => {
      await data.cancel();
      return ok(undefined);
    },
    'data:restore': () => data.restore(),
    'data:erase': () => data.erase(),
  } satisfies Partial<Handlers>;
}
