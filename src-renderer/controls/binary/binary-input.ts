import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf } from '#shared/protocol/action';
import type { Result } from '#shared/result';
import { words } from '#shared/words/words';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

export function readBinary(action: ActionOf<'binary'>, input: DraftInput | undefined): Result<boolean, ReadProblem> {
  return typeof input === 'boolean' ? checked(action, input) : nothingYet(words.controls.binary.nothingYet);
}
