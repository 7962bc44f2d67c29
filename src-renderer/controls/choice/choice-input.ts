import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf, Option } from '#shared/protocol/action';
import type { Result } from '#shared/result';
import { words } from '#shared/words/words';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

export function readChoice(action: ActionOf<'choice'>, input: DraftInput | undefined): Result<string, ReadProblem> {
  // What was chosen may not be offered any more, when the question changed since.
  if (typeof input !== 'string' || !action.options.some((option) => option.value === input)) {
    return nothingYet(words.controls.choice.nothingYet);
  }
  return checked(action, input);
}

/** The options whose label holds every word that was typed, in any case; those already chosen stay in sight. */
export function matchingOptions(options: readonly Option[], typed: string, chosen: readonly string[]): Option[] {
  const wanted = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ label, value }) => {
    const searched = label.toLocaleLowerCase();
    return chosen.includes(value) || wanted.every((word) => searched.includes(word));
  });
}
