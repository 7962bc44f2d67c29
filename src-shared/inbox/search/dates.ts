/** A day, month or year, or a day counted back from today. */
export type DateTerm = { year: number; month: number | undefined; day: number | undefined } | { daysAgo: number };

/** A stretch of local time: from the first moment of one day to, but without, the first of another. `month` counts from 1. */
export type Days = { from: LocalDay; to: LocalDay };
export type LocalDay = { year: number; month: number; day: number };

const calendar = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const back = /^(\d{1,4})([dw])$/;
const begun = /^\d{0,4}$|^\d{4}-$|^\d{4}-\d{1,2}-$/;
const names: Readonly<Record<string, number>> = { today: 0, yesterday: 1 };

/** Reads "2026-01-15", "2026-01", "2026", "today", "yesterday", "7d" or "2w"; "unfinished" for the beginning of one. */
export function dateTermOf(text: string): DateTerm | 'unfinished' | undefined {
  const named = names[text];
  if (named !== undefined) return { daysAgo: named };
  const [, count, unit] = back.exec(text) ?? [];
  if (count !== undefined) return { daysAgo: Number(count) * (unit === 'w' ? 7 : 1) };
  const [found, ...numbers] = calendar.exec(text) ?? [];
  if (found !== undefined) return onCalendar(numbers.map((one) => (one === undefined ? undefined : Number(one))));
  const isBegun = begun.test(text) || Object.keys(names).some((name) => name.startsWith(text));
  return isBegun ? 'unfinished' : undefined;
}

function onCalendar([year = 0, month, day]: (number | undefined)[]): DateTerm | 'unfinished' | undefined {
  if (year < 1970 || year > 9_999) return undefined;
  if (month === 0 || day === 0) return 'unfinished';
  if (month !== undefined && month > 12) return undefined;
  if (month !== undefined && day !== undefined && day > daysIn(year, month)) return undefined;
  return { year, month, day };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The days a term names. A day, month or year past its end (day 32) is left to the calendar that turns days into moments. */
export function daysOf(term: DateTerm, today: LocalDay): Days {
  if ('daysAgo' in term) {
    const day = today.day - term.daysAgo;
    return { from: { ...today, day }, to: { ...today, day: day + 1 } };
  }
  const { year, month, day } = term;
  if (month === undefined) return { from: { year, month: 1, day: 1 }, to: { year: year + 1, month: 1, day: 1 } };
  if (day === undefined) return { from: { year, month, day: 1 }, to: { year, month: month + 1, day: 1 } };
  return { from: { year, month, day }, to: { year, month, day: day + 1 } };
}
