import { formatInstantSeconds } from '../protocol/instant.ts';
import { unreachable } from '../result.ts';

/** Why an answer is not accepted, as facts (section 11). */
export type Violation =
  | { rule: 'type'; wanted: 'null' | 'true or false' | 'text' | 'a number' | 'a list of options' | 'a time' }
  | { rule: 'whole-number' }
  | { rule: 'unknown-option'; option: string }
  | { rule: 'duplicate-option'; option: string }
  | { rule: 'too-few'; min: number; chosen: number }
  | { rule: 'too-many'; max: number; chosen: number }
  | { rule: 'too-short'; min: number; length: number }
  | { rule: 'too-long'; max: number; length: number }
  | { rule: 'below'; min: number }
  | { rule: 'above'; max: number }
  | { rule: 'off-step'; step: number; base: number; below: number; above: number }
  | { rule: 'too-early'; min: number }
  | { rule: 'too-late'; max: number };

/** The protocol's refusal code: wrong type or unknown option is 400, outside a constraint is 422 (resolution 20.15). */
export function codeOfViolation(violation: Violation): 'INVALID_RESPONSE_DATA' | 'CONSTRAINT_VIOLATION' {
  switch (violation.rule) {
    case 'type':
    case 'whole-number':
    case 'unknown-option':
      return 'INVALID_RESPONSE_DATA';
    default:
      return 'CONSTRAINT_VIOLATION';
  }
}

const plural = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Says in a sentence what is wanted. Times are given in `timeWords` (default: UTC), so a client can use local time. */
export function describeViolation(
  violation: Violation,
  timeWords: (ms: number) => string = formatInstantSeconds,
): string {
  switch (violation.rule) {
    case 'type':
      return violation.wanted === 'null' ? 'This answer carries no value.' : `This answer must be ${violation.wanted}.`;
    case 'whole-number':
      return 'A whole number is wanted.';
    case 'unknown-option':
      return `"${violation.option}" is not one of the options.`;
    case 'duplicate-option':
      return `"${violation.option}" is chosen twice.`;
    case 'too-few':
      return `Choose at least ${violation.min}: ${violation.min - violation.chosen} more.`;
    case 'too-many':
      return `Choose at most ${violation.max}: ${violation.chosen - violation.max} too many.`;
    case 'too-short':
      return `At least ${plural(violation.min, 'character')}: ${violation.min - violation.length} more.`;
    case 'too-long':
      return `At most ${plural(violation.max, 'character')}: ${violation.length - violation.max} too many.`;
    case 'below':
      return `Must be at least ${violation.min}.`;
    case 'above':
      return `Must be at most ${violation.max}.`;
    case 'off-step':
      return `Must go up in steps of ${violation.step} from ${violation.base}: ${nearest(violation)}.`;
    case 'too-early':
      return `Must not be before ${timeWords(violation.min)}.`;
    case 'too-late':
      return `Must not be after ${timeWords(violation.max)}.`;
    default:
      return unreachable(violation);
  }
}

function nearest({ below, above }: { below: number; above: number }): string {
  if (!Number.isFinite(below) || !Number.isFinite(above)) return 'this is beyond what can be counted';
  return below === above ? `the nearest is ${below}` : `the nearest are ${below} and ${above}`;
}
