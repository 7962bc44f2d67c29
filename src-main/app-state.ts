import type { AccountDesk } from '#main/account-book/account-desk';
import type { Engine } from '#main/engine';
import type { Clock } from '#main/time/clock';
import type { AppState } from '#shared/inbox/app-state';
import { speech } from '#shared/words/language';

/** What stays the same while the app runs. */
export type AppFacts = Pick<AppState, 'version' | 'platform' | 'electronVersion' | 'dataFolder'>;

export type AppStateSources = {
  facts: AppFacts;
  engine: Engine;
  desk: AccountDesk;
  settings: () => AppState['settings'];
  localServer: () => AppState['localServer'];
  desktop: () => AppState['desktop'];
  warnings: () => AppState['warnings'];
};

/** Gathers the state of the whole app. */
export function readAppState({
  facts,
  engine,
  desk,
  settings,
  localServer,
  desktop,
  warnings,
}: AppStateSources): AppState {
  return {
    ...facts,
    speech,
    settings: settings(),
    accounts: desk.views(),
    formerAccounts: desk.former(),
    localServer: localServer(),
    desktop: desktop(),
    counts: engine.inbox.counts(),
    missed: engine.away.read(),
    services: engine.inbox.services(),
    warnings: warnings(),
  };
}

/** At most ten times a second: counts are queries, and nobody reads faster. */
const everyMs = 100;
/** What changed is drawn first: two frames later its counts do not hold up its row, in ms. */
const afterMs = 34;

/** Calls `tell` soon after something changed, at most every 100 ms. */
export function coalesced(clock: Clock, tell: () => void): () => void {
  let isDue = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (isDue) return;
    isDue = true;
    clock.after(Math.max(afterMs, toldAt + everyMs - clock.monotonic()), () => {
      isDue = false;
      toldAt = clock.monotonic();
      tell();
    });
  };
}
