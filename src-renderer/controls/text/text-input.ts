import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf } from '#shared/protocol/action';
import type { Result } from '#shared/result';
import { codePoints } from '#shared/validation/validate-response';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

type Text = ActionOf<'text'>;

/** What was typed, as it was typed: nothing is trimmed (section 11.5). An untouched field is no answer. */
export function readText(action: Text, input: DraftInput | undefined): Result<string, ReadProblem> {
  if (typeof input !== 'string') return nothingYet('Write something first.');
  return input === '' && (action.constraints.min_length ?? 0) > 0
    ? nothingYet('Write something first.')
    : checked(action, input);
}

/** The counter beside a text: "14 / 1,000", or "14" where only a minimum is set. */
export function textCount(action: Text, input: DraftInput | undefined): string | undefined {
  const { min_length: min, max_length: max } = action.constraints;
  const length = typeof input === 'string' ? codePoints(input) : 0;
  if (max !== undefined) return `${length.toLocaleString('en')} / ${max.toLocaleString('en')}`;
  return min === undefined || min === 0 ? undefined : length.toLocaleString('en');
}

/** What is wanted, in words: "20 to 1,000 characters", "At most 280 characters". */
export function textHint(action: Text): string {
  const { min_length: min = 0, max_length: max } = action.constraints;
  const say = (n: number) => n.toLocaleString('en');
  const unit = (n: number) => (n === 1 ? 'character' : 'characters');
  if (max === undefined) return min === 0 ? '' : `At least ${say(min)} ${unit(min)}`;
  if (min === max) return `Exactly ${say(max)} ${unit(max)}`;
  return min === 0 ? `At most ${say(max)} ${unit(max)}` : `${say(min)} to ${say(max)} characters`;
}
