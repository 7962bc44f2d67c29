import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf } from '#shared/protocol/action';
import { fail, type Result } from '#shared/result';
import { stepFrom } from '#shared/validation/steps';
import { decimalSign, parseTypedNumber } from '#shared/validation/typed-number';
import { speech } from '#shared/words/language';
import { words } from '#shared/words/words';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

type NumberAction = ActionOf<'number'>;
export function readNumber(
  action: NumberAction,
  input: DraftInput | undefined,
  locale = speech.locale,
): Result<number, ReadProblem> {
  if (typeof input !== 'string' || input.trim() === '') return nothingYet(words.controls.number.nothingYet);
  const typed = parseTypedNumber(input, locale);
  return typed.ok ? checked(action, typed.value) : fail({ because: 'invalid', message: typed.error });
}

/** A number as it is written into the field. */
export function writeNumber(value: number, locale = speech.locale): string {
  return String(value).replace('.', decimalSign(locale));
}

/** What the field holds after a step up or down; what cannot be read starts anew. */
export function steppedInput(
  action: NumberAction,
  input: DraftInput | undefined,
  direction: 1 | -1,
  locale = speech.locale,
): string {
  const typed = typeof input === 'string' ? parseTypedNumber(input, locale) : undefined;
  return writeNumber(stepFrom(typed?.ok ? typed.value : undefined, direction, action.constraints), locale);
}
