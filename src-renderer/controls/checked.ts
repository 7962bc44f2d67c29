import type { ActionOf, ResponseType } from '#shared/protocol/action';
import { fail, type Result } from '#shared/result';
import { type ResponseDataOf, validateResponse } from '#shared/validation/validate-response';
import { describeViolation } from '#shared/validation/violation';
import type { ReadProblem } from './control.ts';
import { localTimeWords } from './time-words.ts';

/** Puts a value through the validator that the server uses, so that what a control says is the server's own rule. */
export function checked<T extends ResponseType>(
  action: ActionOf<T>,
  data: ResponseDataOf[T],
  locale?: string,
): Result<ResponseDataOf[T], ReadProblem> {
  const valid = validateResponse(action, data);
  if (valid.ok) return { ok: true, value: data };
  return fail({ because: 'invalid', message: describeViolation(valid.error, (ms) => localTimeWords(ms, ms, locale)) });
}

export function nothingYet(message: string): Result<never, ReadProblem> {
  return fail({ because: 'empty', message });
}
