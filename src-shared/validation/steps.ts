/**
 * Whether a value lies on a grid of `step` from `base`: the quotient is within 1e-9 of a whole number (section 11.6), or
 * within what floating point can tell apart when value and base are so large that 1e-9 of a step is finer than that
 * (1000000.07 from 1000000 in steps of 0.01).
 */
export function isOnStep(value: number, base: number, step: number): boolean {
  const quotient = (value - base) / step;
  const tolerance = Math.max(1e-9, ((Math.abs(value) + Math.abs(base)) / step) * Number.EPSILON * 2);
  return Math.abs(quotient - Math.round(quotient)) <= tolerance;
}

/** The grid point that is `steps` away from `base`, without the dust of floating point (0.1 + 5 × 0.05 is 0.35). */
export function stepAt(base: number, step: number, steps: number): number {
  const digits = Math.max(decimals(base), decimals(step));
  return Number((base + steps * step).toFixed(Math.min(digits, 100))) + 0; // + 0 makes -0 a plain 0
}

function decimals(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

/** The grid points on either side of a value. */
export function neighbours(value: number, base: number, step: number): { below: number; above: number } {
  const steps = Math.floor((value - base) / step);
  return { below: stepAt(base, step, steps), above: stepAt(base, step, steps + 1) };
}

/** Moves a value by one step up or down along its grid and into the bounds; where there is no value yet it starts at the minimum, or as near to zero as it may. */
export function stepFrom(
  value: number | undefined,
  direction: 1 | -1,
  { min, max, step = 1 }: { min?: number | undefined; max?: number | undefined; step?: number | undefined },
): number {
  const base = min ?? 0;
  if (value === undefined) return min ?? (max !== undefined && max < 0 ? lastReachable(0, max, step) : 0);
  const quotient = (value - base) / step;
  const onGrid = isOnStep(value, base, step);
  const steps = onGrid ? Math.round(quotient) + direction : direction > 0 ? Math.ceil(quotient) : Math.floor(quotient);
  const last = max === undefined ? Number.POSITIVE_INFINITY : lastStep(base, max, step);
  const first = min === undefined ? Number.NEGATIVE_INFINITY : 0;
  return stepAt(base, step, Math.min(Math.max(steps, first), last));
}

function lastStep(base: number, max: number, step: number): number {
  const quotient = (max - base) / step;
  return isOnStep(max, base, step) ? Math.round(quotient) : Math.floor(quotient);
}

/** The largest value a scale can reach: `max`, or the last step below it when the span is no multiple of the step (11.7). */
export function lastReachable(min: number, max: number, step: number): number {
  return stepAt(min, step, lastStep(min, max, step));
}
