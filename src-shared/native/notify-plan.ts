import type { ItemKey } from '../inbox/item-key.ts';
import { criticalMs } from '../inbox/urgency.ts';
import { cutText, visibleText } from '../text/hidden-characters.ts';

/** What there is to know of an item that could be announced. Times are ms, `now` corrected by the server's clock. */
export type Announced = {
  key: ItemKey;
  title: string;
  serviceName: string;
  project: string | undefined;
  deadline: number | undefined;
  timeSensitive: boolean;
};

/** What decides whether a native notification is shown at all. */
export type NotifyFacts = {
  isOpen: boolean;
  isDecided: boolean;
  isEnabled: boolean;
  /** The window is focused and shows this very item. */
  isOnScreen: boolean;
};

export type WithheldBecause = 'already-decided' | 'not-open' | 'switched-off' | 'on-screen';
export type NotifyDecision =
  | { do: 'show' }
  | { do: 'gather'; summaryAt: number }
  | { do: 'withhold'; because: WithheldBecause };

/**
 * What came lately: `shownAt`, the notifications of single items; `gathered`, the items that one summary stands for.
 * Times are ms of this machine's clock.
 */
export type Burst = {
  shownAt: readonly number[];
  gathered: readonly ItemKey[];
  gatheredAt: number;
  summaryAt: number | undefined;
  summarisedAt: number;
};

export const quiet: Burst = {
  shownAt: [],
  gathered: [],
  gatheredAt: 0,
  summaryAt: undefined,
  summarisedAt: Number.NEGATIVE_INFINITY,
};

/** Up to three single notifications within ten seconds; the rest of a burst shares one summary (design.md 4). */
const singles = 3;
const burstMs = 10_000;
/** The summary waits a moment for what else comes, and is replaced this often at most. */
const gatherMs = 1_000;
const summaryEveryMs = 10_000;

/** Decides about one item. Pure: returns the decision and what came lately, this item included. */
export function planArrival(burst: Burst, key: ItemKey, facts: NotifyFacts, now: number): [NotifyDecision, Burst] {
  const because = whyWithheld(facts);
  if (because) return [{ do: 'withhold', because }, burst];
  const lately = afterCalm(burst, now);
  if (lately.gathered.length === 0 && lately.shownAt.length < singles) {
    return [{ do: 'show' }, { ...lately, shownAt: [...lately.shownAt, now] }];
  }
  const summaryAt = lately.summaryAt ?? Math.max(now + gatherMs, lately.summarisedAt + summaryEveryMs);
  const next = { ...lately, gathered: [...lately.gathered, key], gatheredAt: now, summaryAt };
  return [{ do: 'gather', summaryAt }, next];
}

/** The summary is due: it is shown for those of the gathered items that are still open. */
export function afterSummary(burst: Burst, now: number): Burst {
  return { ...burst, summaryAt: undefined, summarisedAt: now };
}

function whyWithheld({ isOpen, isDecided, isEnabled, isOnScreen }: NotifyFacts): WithheldBecause | undefined {
  if (isDecided) return 'already-decided';
  if (!isOpen) return 'not-open';
  if (!isEnabled) return 'switched-off';
  return isOnScreen ? 'on-screen' : undefined;
}

function afterCalm(burst: Burst, now: number): Burst {
  const shownAt = burst.shownAt.filter((at) => now - at < burstMs);
  const isOver = burst.summaryAt === undefined && now - Math.max(burst.gatheredAt, burst.summarisedAt) >= burstMs;
  return { ...burst, shownAt, gathered: isOver ? [] : burst.gathered };
}

/** What a native notification says. Plain text; an adapter escapes it where a system reads markup. */
export type NoteWords = { title: string; body: string; isUrgent: boolean };

/** The words for one item. With `showContent` off they say only that something waits (lock screens). */
export function wordsForItem(item: Announced, showContent: boolean, now: number): NoteWords {
  const isUrgent = item.timeSensitive || (item.deadline !== undefined && item.deadline - now <= criticalMs);
  if (!showContent) return { title: 'Triage Inbox', body: 'Something waits for you.', isUrgent };
  const origin = [item.serviceName, item.project].filter((part) => part !== undefined && part !== '');
  return { title: plain(item.title, 120), body: origin.map((part) => plain(part ?? '', 80)).join(' · '), isUrgent };
}

/** The words for a burst of `count` items. `first`: the most urgent of them, which are named. */
export function wordsForSummary(first: readonly Announced[], count: number, showContent: boolean): NoteWords {
  if (!showContent) return { title: 'Triage Inbox', body: 'Something waits for you.', isUrgent: false };
  const title = count === 1 ? 'One more question waits for you' : `${count} more questions wait for you`;
  return { title, body: first.map((item) => plain(item.title, 80)).join('\n'), isUrgent: false };
}

function plain(text: string, limit: number): string {
  return cutText(visibleText(text.replaceAll(/\s+/g, ' ').trim()), limit);
}

/** Escapes text for notification daemons that read the body as markup (the freedesktop specification allows them to). */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
