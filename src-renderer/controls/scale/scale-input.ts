import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf } from '#shared/protocol/action';
import type { Result } from '#shared/result';
import { lastReachable } from '#shared/validation/steps';
import { words } from '#shared/words/words';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

type Scale = ActionOf<'scale'>;

/** More positions than this are not labelled one by one (design.md 5). */
const mostTicks = 11;

export function readScale(action: Scale, input: DraftInput | undefined): Result<number, ReadProblem> {
  return typeof input === 'number' ? checked(action, input) : nothingYet(words.controls.scale.nothingYet);
}

/** The ends that can be reached: `max` may lie between two steps (section 11.7). */
export function scaleEnds({ constraints: { min, max, step } }: Scale): { min: number; max: number; step: number } {
  return { min, max: lastReachable(min, max, step), step };
}

/** The positions that carry a number under the track: all when they are few, else the ends and even parts between them. */
export function scaleTicks(action: Scale): number[] {
  const { min, max, step } = scaleEnds(action);
  const steps = Math.round((max - min) / step);
  if (steps + 1 <= mostTicks) return Array.from({ length: steps + 1 }, (_, i) => min + i * step);
  const parts = [10, 8, 5, 4].find((count) => steps % count === 0) ?? 1;
  return Array.from({ length: parts + 1 }, (_, i) => min + (i * steps * step) / parts);
}

/** Where a value stands on the track, from 0 to 1. */
export function scalePlace(action: Scale, value: number): number {
  const { min, max } = scaleEnds(action);
  return max === min ? 0 : (value - min) / (max - min);
}

/** What is wanted, for assistive technology and where the numbers are too many to be drawn. */
export function scaleHint(action: Scale): string {
  const { min, max, step } = scaleEnds(action);
  const { range, rangeInSteps } = words.controls.scale;
  return step === 1 ? range(min, max) : rangeInSteps(min, max, step);
}
