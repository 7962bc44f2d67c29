import { exact, plural } from '../plural.ts';

const characters = (n: number) => plural(n, { one: 'character', other: 'characters' });

/** Why a value is no answer, and what one would be. */
export const validation = {
  noValue: 'This answer carries no value.',
  wanted: {
    'true or false': 'This answer must be true or false.',
    text: 'This answer must be text.',
    'a number': 'This answer must be a number.',
    'a list of options': 'This answer must be a list of options.',
    'a time': 'This answer must be a time.',
  },
  wholeNumber: 'A whole number is wanted.',
  unknownOption: (option: string) => `"${option}" is not one of the options.`,
  duplicateOption: (option: string) => `"${option}" is chosen twice.`,
  tooFew: (min: number, missing: number) => `Choose at least ${min}: ${missing} more.`,
  tooMany: (max: number, over: number) => `Choose at most ${max}: ${over} too many.`,
  tooShort: (min: number, missing: number) => `At least ${characters(min)}: ${missing} more.`,
  tooLong: (max: number, over: number) => `At most ${characters(max)}: ${over} too many.`,
  below: (min: number) => `Must be at least ${exact(min)}.`,
  above: (max: number) => `Must be at most ${exact(max)}.`,
  offStep: (step: number, base: number, below: number, above: number) =>
    `Must go up in steps of ${exact(step)} from ${exact(base)}: ${nearest(below, above)}.`,
  tooEarly: (time: string) => `Must not be before ${time}.`,
  tooLate: (time: string) => `Must not be after ${time}.`,
  notANumber: 'Write a number, for example 12 or 0.5.',
  twoWays: 'This can be read in two ways. Write it without thousands separators.',
  tooManyDigits: 'This number has more digits than can be sent exactly.',
  /** What to type; the range and the step are there or not. */
  numberHint: (min: number | undefined, max: number | undefined, step: number | undefined) => {
    const range = rangeOf(min, max);
    if (step === undefined) return range;
    return range === '' ? `In steps of ${exact(step)}` : `${range} in steps of ${exact(step)}`;
  },
};

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `${exact(min)} to ${exact(max)}`;
  if (min !== undefined) return `At least ${exact(min)}`;
  return max === undefined ? '' : `At most ${exact(max)}`;
}

function nearest(below: number, above: number): string {
  if (!Number.isFinite(below) || !Number.isFinite(above)) return 'this is beyond what can be counted';
  return below === above ? `the nearest is ${exact(below)}` : `the nearest are ${exact(below)} and ${exact(above)}`;
}
