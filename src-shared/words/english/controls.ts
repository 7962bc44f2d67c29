import { exact, number, plural } from '../plural.ts';

/** What the controls say with which questions are answered. Bounds may be any numbers; counts are whole. */
export const controls = {
  cannotAnswer: {
    'unknown-type': (label: string, type: string) =>
      `${label} cannot be answered here: this app does not know the response type “${type}”. A newer version may.`,
    malformed: (label: string, type: string) =>
      `${label} cannot be answered here: the service sent a “${type}” action that contradicts itself.`,
  },
  binary: { nothingYet: 'Choose one of the two first.' },
  choice: {
    nothingYet: 'Choose one first.',
    showMore: (n: number, left: number) => `Show ${number(n)} more of ${number(left)}`,
    noMatch: 'No option has these words.',
    search: 'Search the options',
    searchHint: (n: number) => `Search ${plural(n, { one: 'option', other: 'options' })}`,
    found: (found: number, total: number) => `${number(found)} of ${number(total)}`,
  },
  multiChoice: {
    nothingYet: 'Choose first.',
    none: 'Choose none',
    chosen: (n: number) => `${number(n)} chosen`,
    ofAtLeast: (n: number, min: number) => `${number(n)} of at least ${number(min)} chosen`,
    ofAtMost: (n: number, max: number) => `${number(n)} of at most ${number(max)} chosen`,
    of: (n: number, wanted: number) => `${number(n)} of ${number(wanted)} chosen`,
    ofRange: (n: number, min: number, max: number) => `${number(n)} of ${number(min)}–${number(max)} chosen`,
    full: (counted: string) => `${counted}. Untick one to choose another.`,
  },
  text: {
    nothingYet: 'Write something first.',
    leaveEmpty: 'Leave it empty',
    count: (length: number, max: number) => `${number(length)} / ${number(max)}`,
    atLeast: (min: number) => `At least ${plural(min, { one: 'character', other: 'characters' })}`,
    atMost: (max: number) => `At most ${plural(max, { one: 'character', other: 'characters' })}`,
    exactly: (n: number) => `Exactly ${plural(n, { one: 'character', other: 'characters' })}`,
    range: (min: number, max: number) => `${number(min)} to ${plural(max, { one: 'character', other: 'characters' })}`,
  },
  number: {
    nothingYet: 'Write a number first.',
    unit: (unit: string) => `. Unit: ${unit}`,
    empty: 'empty',
    decrease: 'Decrease',
    increase: 'Increase',
  },
  scale: {
    nothingYet: 'Choose a value on the scale first.',
    notChosen: 'not chosen',
    range: (min: number, max: number) => `${exact(min)} to ${exact(max)}`,
    rangeInSteps: (min: number, max: number, step: number) =>
      `${exact(min)} to ${exact(max)} in steps of ${exact(step)}`,
    end: (value: number, label: string) => `. ${exact(value)} is ${label}`,
  },
  datetime: {
    nothingYet: 'Give a day and a time first.',
    incomplete: 'Give a day and a time.',
    noSuchDay: 'There is no such day.',
    noSuchTime: 'There is no such time on that day: the clocks go forward.',
    localTime: 'Your local time.',
    between: (from: string, to: string) => `From ${from} to ${to}.`,
    from: (from: string) => `From ${from} on.`,
    upTo: (to: string) => `Up to ${to}.`,
    sentAs: (utc: string) => `Sent as ${utc} UTC.`,
    now: 'now',
    ahead: (wait: string) => `in ${wait}`,
    ago: (age: string) => `${age} ago`,
  },
};
