import { diskTrouble } from '#main/store/sqlite-faults';
import { type AppError, fail, type Result } from '#shared/result';

export const notFound = { code: 'item/not-found', message: 'This question is not on this machine.' } satisfies AppError;

/** A write that the disk refused is said with its reason; anything else is a bug. */
export function notStored(thrown: unknown): Result<undefined> {
  const trouble = diskTrouble(thrown);
  if (trouble === undefined) throw thrown;
  return fail({ code: 'store/not-saved', message: `This could not be saved: ${trouble}.`, retryable: true });
}
