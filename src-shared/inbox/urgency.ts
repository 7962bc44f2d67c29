import { words } from '../words/words.ts';

/** An item with a deadline this close is due soon, in ms. */
export const dueSoonMs = 60 * 60_000;
/** A deadline this close is critical: the pill turns red (look.md). */
export const criticalMs = 5 * 60_000;

export type Section = 'pinned' | 'due-soon' | 'waiting';
export type Tone = 'neutral' | 'warn' | 'danger';

/** The sections from the top of the inbox to its end. */
export const sections: readonly Section[] = ['pinned', 'due-soon', 'waiting'];

/** Which section of the inbox an item that is not pinned stands in. Times in ms, `now` corrected by the server's clock. */
export function sectionOf(deadline: number | undefined, now: number): Exclude<Section, 'pinned'> {
  return deadline !== undefined && deadline - now <= dueSoonMs ? 'due-soon' : 'waiting';
}

/** What the inbox's order looks at. `returnedAt`: when it came back from a snooze. */
export type Sortable = {
  pinned: boolean;
  deadline: number | undefined;
  returnedAt: number | undefined;
  timeSensitive: boolean;
  timestamp: number;
};

/**
 * The order of the inbox, most urgent first: what is pinned above the rest; then items due soon by deadline, then what came
 * back from a snooze, the latest first, then time-sensitive ones, then the rest; within these the longest waiting first, so
 * that a newcomer mostly lands at the end and moves no row (design.md 5). The store's SQL says the same and a test holds the
 * two together.
 */
export function compareUrgency(now: number): (a: Sortable, b: Sortable) => number {
  return (a, b) => {
    if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
    const soonA = sectionOf(a.deadline, now) === 'due-soon';
    const soonB = sectionOf(b.deadline, now) === 'due-soon';
    if (soonA !== soonB) return soonA ? -1 : 1;
    if (soonA && soonB && a.deadline !== b.deadline) return (a.deadline ?? 0) - (b.deadline ?? 0);
    if (a.returnedAt !== b.returnedAt) return (b.returnedAt ?? 0) - (a.returnedAt ?? 0);
    if (a.timeSensitive !== b.timeSensitive) return a.timeSensitive ? -1 : 1;
    return a.timestamp - b.timestamp;
  };
}

/** The countdown to a deadline as words, with the tone of its pill: "4:12 left", "38 min left", "5 h left", "3 d left". */
export function timeLeft(deadline: number, now: number): { words: string; tone: Tone } {
  const ms = deadline - now;
  if (ms <= 0) return { words: words.times.expired, tone: 'neutral' };
  const seconds = Math.ceil(ms / 1000);
  if (ms <= criticalMs) {
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return { words: words.times.clockLeft(clock), tone: 'danger' };
  }
  if (ms <= dueSoonMs) return { words: words.times.minutesLeft(Math.ceil(ms / 60_000)), tone: 'warn' };
  // Whole hours and days that are really left: an hour and a half is no "2 h left".
  if (ms < 48 * 3_600_000) return { words: words.times.hoursLeft(Math.floor(ms / 3_600_000)), tone: 'neutral' };
  return { words: words.times.daysLeft(Math.floor(ms / 86_400_000)), tone: 'neutral' };
}

/** How long ago something was, briefly: "now", "9 min", "2 h", "3 d". */
export function age(since: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - since) / 60_000);
  if (minutes < 1) return words.times.now;
  if (minutes < 60) return words.times.minutes(minutes);
  if (minutes < 48 * 60) return words.times.hours(Math.floor(minutes / 60));
  return words.times.days(Math.floor(minutes / 1440));
}

/** A length of time in words: "12 s", "5 min", "2 h", "3 d". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return words.times.seconds(seconds);
  return age(0, seconds * 1000);
}
