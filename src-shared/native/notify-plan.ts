import type { AccountId } from '../inbox/item-key.ts';
import type { Settings } from '../inbox/settings.ts';
import type { ServiceId } from '../protocol/ids.ts';
import type { NoteCapabilities } from './native-note.ts';
import { isQuiet, type LocalMoment } from './quiet-hours.ts';

export { escapeMarkup } from './plain.ts';

/** What decides whether an item is shown natively at all. Times in ms of this machine's clock. */
export type NotifyFacts = {
  isOpen: boolean;
  /** An answer of this person is on its way. */
  isAnswered: boolean;
  /** The window is focused and shows this very item. */
  isOnScreen: boolean;
  isDueSoon: boolean;
  account: AccountId;
  serviceId: ServiceId;
  settings: Settings;
  capabilities: Pick<NoteCapabilities, 'isAbsent' | 'isInhibited'>;
  local: LocalMoment;
  now: number;
};

export type WithheldBecause =
  | 'not-open'
  | 'answered'
  | 'switched-off'
  | 'paused'
  | 'muted'
  | 'do-not-disturb'
  | 'quiet-hours'
  | 'on-screen'
  | 'no-service';

/** Why nothing is shown, or undefined when nothing speaks against it. The first reason in this order is the one that is said. */
export function whyWithheld(facts: NotifyFacts): WithheldBecause | undefined {
  const { settings, capabilities, local, now } = facts;
  if (!facts.isOpen) return 'not-open';
  if (facts.isAnswered) return 'answered';
  if (!settings.nativeNotifications) return 'switched-off';
  if (isPaused(settings, now)) return 'paused';
  if (isMuted(facts)) return 'muted';
  if (facts.isOnScreen) return 'on-screen';
  if (settings.followsDoNotDisturb && capabilities.isInhibited) return 'do-not-disturb';
  const passes = facts.isDueSoon && settings.quietHours.letsDueSoonPass;
  if (!passes && isQuiet(settings.quietHours, local)) return 'quiet-hours';
  return capabilities.isAbsent ? 'no-service' : undefined;
}

/** Whether notifications are paused, with `now` in ms. */
export function isPaused({ pausedUntil }: Pick<Settings, 'pausedUntil'>, now: number): boolean {
  return now < pausedUntil;
}

function isMuted({ settings, account, serviceId, now }: NotifyFacts): boolean {
  return settings.mutedServices.some(
    (one) => one.account === account && one.serviceId === serviceId && now < one.until,
  );
}

export type NotifyDecision =
  | { do: 'show' }
  | { do: 'gather'; summaryAt: number }
  | { do: 'withhold'; because: WithheldBecause };

/**
 * What came lately, in ms of this machine's clock. `shownAt`: the notifications of single items. `gatheredAt`: the last
 * item that the summary took in, while a burst lasts. `summaryAt`: when the summary is due.
 */
export type Burst = {
  shownAt: readonly number[];
  gatheredAt: number | undefined;
  summaryAt: number | undefined;
  summarisedAt: number;
  /** How often this burst was summarised: each time the next one waits longer. */
  summaries: number;
};

export const quiet: Burst = {
  shownAt: [],
  gatheredAt: undefined,
  summaryAt: undefined,
  summarisedAt: Number.NEGATIVE_INFINITY,
  summaries: 0,
};

/** Up to three single notifications within ten seconds; the rest of a burst shares one summary (design.md 4). */
const singles = 3;
const burstMs = 10_000;
/** The summary waits a moment for what else comes, and the longer a burst lasts the more seldom it is replaced. */
const gatherMs = 1_000;
const summaryEveryMs = 10_000;
const summaryAtLeastEveryMs = 5 * 60_000;

/** Decides about one arrival. Pure: returns the decision and what came lately, this item included. */
export function planArrival(burst: Burst, facts: NotifyFacts): [NotifyDecision, Burst] {
  const because = whyWithheld(facts);
  if (because) return [{ do: 'withhold', because }, burst];
  const { now } = facts;
  const lately = afterCalm(burst, now);
  if (lately.gatheredAt === undefined && lately.shownAt.length < singles) {
    return [{ do: 'show' }, { ...lately, shownAt: [...lately.shownAt, now] }];
  }
  const summaryAt = nextSummaryAt(lately, now);
  return [
    { do: 'gather', summaryAt },
    { ...lately, gatheredAt: now, summaryAt },
  ];
}

/** When the summary may be shown, again or for the first time. */
export function nextSummaryAt({ summaryAt, summarisedAt, summaries }: Burst, now: number): number {
  const everyMs = Math.min(summaryEveryMs * 2 ** Math.max(0, summaries - 1), summaryAtLeastEveryMs);
  return summaryAt ?? Math.max(now + gatherMs, summarisedAt + everyMs);
}

/** The summary was shown. */
export function afterSummary(burst: Burst, now: number): Burst {
  return { ...burst, summaryAt: undefined, summarisedAt: now, summaries: burst.summaries + 1 };
}

function afterCalm(burst: Burst, now: number): Burst {
  const shownAt = burst.shownAt.filter((at) => now - at < burstMs);
  const { gatheredAt, summaryAt, summarisedAt } = burst;
  const isOver =
    gatheredAt !== undefined && summaryAt === undefined && now - Math.max(gatheredAt, summarisedAt) >= burstMs;
  return isOver ? { ...burst, shownAt, gatheredAt: undefined, summaries: 0 } : { ...burst, shownAt };
}
