import { disturbed, gone, isInSight, painted, type Sight, sightOf } from '../keyboard/sight.ts';
import type { Clock } from './clock.ts';
import type { OpenItemState, OpenItemStore } from './open-item.ts';
import type { RouteStore } from './route.ts';

export type SightPorts = { clock: Clock; route: RouteStore; openItem: OpenItemStore };

/** What the open item asks, as it would be answered now; nothing while it is not loaded, or was changed and not read again. */
export function askedNow({ item, revision, changed }: OpenItemState): string | undefined {
  return item === undefined || revision === undefined || changed ? undefined : sightOf(item.key, revision);
}

/** Knows what the person can have read, so that a key never answers what they have not. The page tells it what it sees. */
export function createSight({ clock, route, openItem }: SightPorts) {
  let sight: Sight;
  return {
    /** This has been painted. What is no longer asked by now is passed over. */
    painted(what: string): void {
      if (what !== askedNow(openItem.getState())) return;
      sight = painted(sight, what, route.store.getState().openedBy, clock.now());
    },
    /** What is asked moved on the page, or the window came to the front. */
    disturbed(): void {
      sight = disturbed(sight, clock.now());
    },
    /** The question is off the page, or is to be read once more. */
    gone(): void {
      sight = gone(sight);
    },
    /** Whether a key may answer the open item now. */
    mayAnswer: (): boolean => isInSight(sight, askedNow(openItem.getState()), clock.now()),
  };
}
export type SightKeeper = ReturnType<typeof createSight>;
