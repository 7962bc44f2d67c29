/** A snoozed item is back so long before its deadline at the latest, in ms. */
export const latestReturnMs = 10 * 60_000;

/** What the snooze menu offers by name. */
export type SnoozeName = 'in-an-hour' | 'this-evening' | 'tomorrow' | 'next-week' | 'before-deadline';

/** One way to snooze. `until` in ms of this machine's clock. */
export type SnoozeOption = { name: SnoozeName; until: number };

/** What can be chosen now, the soonest first, and the last moment that can be picked; undefined where nothing bounds it. */
export type SnoozeOptions = { options: readonly SnoozeOption[]; latest: number | undefined };

const hourMs = 3_600_000;
const eveningHour = 18;
const morningHour = 8;
const monday = 1;

/**
 * The options from `now` on, in this machine's time zone. None is past the moment at which the item has to be back for its
 * deadline (`deadline` on this machine's clock, undefined for none), and no moment is offered twice.
 */
export function snoozeOptions(now: number, deadline: number | undefined): SnoozeOptions {
  const latest = latestReturn(deadline);
  const all: SnoozeOption[] = [
    { name: 'in-an-hour', until: now + hourMs },
    { name: 'this-evening', until: dayAt(now, 0, eveningHour) },
    { name: 'tomorrow', until: dayAt(now, 1, morningHour) },
    { name: 'next-week', until: dayAt(now, daysToMonday(now), morningHour) },
    ...(latest === undefined ? [] : [{ name: 'before-deadline' as const, until: latest }]),
  ];
  const possible = all.filter(({ until }) => isPossible(until, now, latest)).toSorted((a, b) => a.until - b.until);
  const options = possible.filter(({ until }, place) => possible.findIndex((one) => one.until === until) === place);
  return { options, latest };
}

/** Whether an item may be snoozed until then: in the future, and back in time for its deadline. All on one clock, in ms. */
export function isPossible(until: number, now: number, latest: number | undefined): boolean {
  return until > now && (latest === undefined || until <= latest);
}

/** When an item with this deadline has to be back at the latest, in ms of the deadline's clock. */
export function latestReturn(deadline: number | undefined): number | undefined {
  return deadline === undefined ? undefined : deadline - latestReturnMs;
}

/** So many days after the day of `now`, at a full hour where the person is. */
function dayAt(now: number, days: number, hour: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime();
}

/** How many days it is to the next Monday; on a Monday it is a week. */
function daysToMonday(now: number): number {
  return ((monday - new Date(now).getDay() + 6) % 7) + 1;
}
