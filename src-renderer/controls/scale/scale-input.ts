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
  const room = tickRoom(action);
  if (steps + 1 <= room) return Array.from({ length: steps + 1 }, (_, i) => min + i * step);
  const parts = [10, 8, 5, 4, 2].find((count) => count < room && steps % count === 0) ?? 1;
  return Array.from({ length: parts + 1 }, (_, i) => min + (i * steps * step) / parts);
}

/** As many numbers as stand beside each other in a narrow window: long ones are few. */
function tickRoom(action: Scale): number {
  const length = tickLength(action);
  return length <= 3 ? mostTicks : Math.max(2, Math.floor(42 / (length + 1)));
}

/** How many characters the longest number on the scale has. */
export function tickLength(action: Scale): number {
  const { min, max } = scaleEnds(action);
  return Math.max(String(min).length, String(max).length);
}

/** How far Page Up and Page Down go: a tenth of the scale in whole steps, however fine these are. */
export function bigStep(action: Scale): number {
  const { min, max, step } = scaleEnds(action);
  return Math.max(1, Math.round((max - min) / 10 / step)) * step;
}

/** A value so many big steps on, within the scale and on one of its steps. */
export function bigStepFrom(action: Scale, value: number, times: 1 | -1): number {
  const { min, max, step } = scaleEnds(action);
  const wanted = value + times * bigStep(action);
  const onStep = min + Math.round((wanted - min) / step) * step;
  return Math.min(max, Math.max(min, onStep));
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
