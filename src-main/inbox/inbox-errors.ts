import { diskTrouble, troubleWords } from '#main/store/sqlite-faults';
import { type AppError, fail, type Result } from '#shared/result';
import { words } from '#shared/words/words';

export function notFound(): AppError {
  return { code: 'item/not-found', message: words.decisions.notHere };
}

/** A write that the disk refused is said with its reason; anything else is a bug. */
export function notStored(thrown: unknown): Result<undefined> {
  const trouble = diskTrouble(thrown);
  if (trouble === undefined) throw thrown;
  return fail({ code: 'store/not-saved', message: words.storage.notSaved(troubleWords(trouble)), retryable: true });
}
