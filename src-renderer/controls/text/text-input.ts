import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf } from '#shared/protocol/action';
import type { Result } from '#shared/result';
import { codePoints } from '#shared/validation/validate-response';
import { number } from '#shared/words/plural';
import { words } from '#shared/words/words';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

type Text = ActionOf<'text'>;

/** What was typed, as it was typed: nothing is trimmed (section 11.5). An untouched field is no answer. */
export function readText(action: Text, input: DraftInput | undefined): Result<string, ReadProblem> {
  if (typeof input !== 'string') return nothingYet(words.controls.text.nothingYet);
  return input === '' && (action.constraints.min_length ?? 0) > 0
    ? nothingYet(words.controls.text.nothingYet)
    : checked(action, input);
}

/** The counter beside a text: "14 / 1,000", or "14" where only a minimum is set. */
export function textCount(action: Text, input: DraftInput | undefined): string | undefined {
  const { min_length: min, max_length: max } = action.constraints;
  const length = typeof input === 'string' ? codePoints(input) : 0;
  if (max !== undefined) return words.controls.text.count(length, max);
  return min === undefined || min === 0 ? undefined : number(length);
}

/** What is wanted, in words: "20 to 1,000 characters", "At most 280 characters". */
export function textHint(action: Text): string {
  const { min_length: min = 0, max_length: max } = action.constraints;
  const say = words.controls.text;
  if (max === undefined) return min === 0 ? '' : say.atLeast(min);
  if (min === max) return say.exactly(max);
  return min === 0 ? say.atMost(max) : say.range(min, max);
}
