import { daysOf, type LocalDay } from '#shared/inbox/search/dates';
import type { StatusName, Term } from '#shared/inbox/search/query';
import { Status } from '#shared/protocol/lifecycle';

/** The part of a search that is no matter of words. `mine`: 1 for what was answered here. Times in ms. */
export type Conditions = {
  statuses: readonly Status[] | undefined;
  mine: 0 | 1 | undefined;
  from: number | undefined;
  to: number | undefined;
};

const statusesOf: Record<StatusName, readonly Status[]> = {
  open: ['created', 'delivered', 'acknowledged'],
  answered: ['responded', 'completed'],
  expired: ['expired'],
  withdrawn: ['invalidated'],
};
const answered = statusesOf.answered;

/** All of these have to hold, but of several statuses any. A minus before a date turns it around; before `on:` it is not known, and is left out. */
export function conditionsOf(terms: readonly Term[], now: number): Conditions {
  const today = localDay(now);
  const conditions: Conditions = { statuses: undefined, mine: undefined, from: undefined, to: undefined };
  const anyOf = terms.flatMap(({ asked, isExcluded }) =>
    asked?.by === 'status' && !isExcluded ? statusesOf[asked.status] : [],
  );
  if (anyOf.length > 0) narrow(conditions, anyOf, false);
  for (const { asked, isExcluded } of terms) {
    switch (asked?.by) {
      case 'status':
        if (isExcluded) narrow(conditions, statusesOf[asked.status], true);
        break;
      case 'answered':
        if (asked.who === 'me') conditions.mine = isExcluded ? 0 : 1;
        if (!isExcluded) narrow(conditions, answered, false);
        break;
      case 'before':
      case 'after':
      case 'on': {
        const days = daysOf(asked.day, today);
        const begins = momentOf(days.from);
        const ends = momentOf(days.to);
        if (asked.by === 'on') {
          if (!isExcluded) bound(conditions, begins, ends);
        } else if (asked.by === 'before')
          bound(conditions, isExcluded ? begins : undefined, isExcluded ? undefined : begins);
        else bound(conditions, isExcluded ? undefined : ends, isExcluded ? ends : undefined);
        break;
      }
    }
  }
  return conditions;
}

function narrow(conditions: Conditions, to: readonly Status[], isExcluded: boolean): void {
  const now = conditions.statuses ?? Status.options;
  conditions.statuses = now.filter((one) => to.includes(one) !== isExcluded);
}

function bound(conditions: Conditions, from: number | undefined, to: number | undefined): void {
  if (from !== undefined) conditions.from = Math.max(conditions.from ?? from, from);
  if (to !== undefined) conditions.to = Math.min(conditions.to ?? to, to);
}

function localDay(ms: number): LocalDay {
  const date = new Date(ms);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

function momentOf({ year, month, day }: LocalDay): number {
  return new Date(year, month - 1, day).getTime();
}
