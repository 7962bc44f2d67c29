import { formatInstantSeconds } from '../protocol/instant.ts';
import { unreachable } from '../result.ts';
import { english } from '../words/english/index.ts';
import { type Words, words } from '../words/words.ts';

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

/** Says in a sentence what is wanted, to the person. `timeWords`: how times are given. */
export function describeViolation(violation: Violation, timeWords: (ms: number) => string): string {
  return sentenceFor(violation, timeWords, words.validation);
}

/** The same for the wire: in English whatever the app speaks, with times in UTC. */
export function violationOnTheWire(violation: Violation): string {
  return sentenceFor(violation, formatInstantSeconds, english.validation);
}

function sentenceFor(violation: Violation, timeWords: (ms: number) => string, say: Words['validation']): string {
  switch (violation.rule) {
    case 'type':
      return violation.wanted === 'null' ? say.noValue : say.wanted[violation.wanted];
    case 'whole-number':
      return say.wholeNumber;
    case 'unknown-option':
      return say.unknownOption(violation.option);
    case 'duplicate-option':
      return say.duplicateOption(violation.option);
    case 'too-few':
      return say.tooFew(violation.min, violation.min - violation.chosen);
    case 'too-many':
      return say.tooMany(violation.max, violation.chosen - violation.max);
    case 'too-short':
      return say.tooShort(violation.min, violation.min - violation.length);
    case 'too-long':
      return say.tooLong(violation.max, violation.length - violation.max);
    case 'below':
      return say.below(violation.min);
    case 'above':
      return say.above(violation.max);
    case 'off-step':
      return say.offStep(violation.step, violation.base, violation.below, violation.above);
    case 'too-early':
      return say.tooEarly(timeWords(violation.min));
    case 'too-late':
      return say.tooLate(timeWords(violation.max));
    default:
      return unreachable(violation);
  }
}
