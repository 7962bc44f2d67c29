import { join } from 'node:path';
import type { Handlers } from '#main/ipc/handle';
import type { Versions } from '#shared/about/about';
import type { AppState } from '#shared/inbox/app-state';
import { fail, ok } from '#shared/result';
import { words } from '#shared/words/words';
import { diagnosticsOf } from './diagnostics.ts';
import { readLicences } from './licences.ts';
import { lastTroubles } from './log-tail.ts';

export type AboutPorts = {
  versions: () => Versions;
  licencesFile: string;
  logFolder: string;
  usualFolder: string;
  inFlight: () => number;
  /** Shows a folder in the system's file manager; gives what went wrong, or nothing. */
  openFolder: (path: string) => Promise<string>;
};

type Surroundings = { readState: () => AppState; copyText: (text: string) => void; now: () => number };

/** What the page asks of the app itself. */
export function aboutHandlers({ about, readState, copyText, now }: Surroundings & { about: AboutPorts }) {
  return {
    'about:read': () => ok(about.versions()),
    'about:read-licences': async () => ok(await readLicences(about.licencesFile)),
    'about:open-logs': async () => {
      const why = await about.openFolder(about.logFolder);
      return why === ''
        ? ok(undefined)
        : fail({ code: 'about/not-opened' as const, message: words.about.notOpened(why) });
    },
    'about:copy-diagnostics': () => {
      const { usualFolder } = about;
      const troubles = lastTroubles(join(about.logFolder, 'main.log'));
      copyText(
        diagnosticsOf({
          versions: about.versions(),
          state: readState(),
          inFlight: about.inFlight(),
          troubles,
          usualFolder,
          now: now(),
        }),
      );
      return ok(undefined);
    },
  } satisfies Partial<Handlers>;
}
