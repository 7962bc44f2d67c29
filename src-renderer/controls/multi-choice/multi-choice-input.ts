import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf } from '#shared/protocol/action';
import type { Result } from '#shared/result';
import { words } from '#shared/words/words';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

type MultiChoice = ActionOf<'multi_choice'>;

/** What is chosen of what is offered, in the sender's order (section 11.4). */
export function chosenOptions(action: MultiChoice, input: DraftInput | undefined): string[] {
  if (!Array.isArray(input)) return [];
  return action.options.map((option) => option.value).filter((value) => input.includes(value));
}

/** An empty list can be an answer, but only one that was given: an untouched group is none. */
export function readMultiChoice(action: MultiChoice, input: DraftInput | undefined): Result<string[], ReadProblem> {
  if (!Array.isArray(input)) return nothingYet(words.controls.multiChoice.nothingYet);
  return checked(action, chosenOptions(action, input));
}

/** Whether as many are chosen as may be, so that another can only replace one. */
export function isFull(action: MultiChoice, input: DraftInput | undefined): boolean {
  const { max_selections: max } = action.constraints;
  return max !== undefined && chosenOptions(action, input).length >= max;
}

/** The input after an option was ticked or unticked; ticking one too many changes nothing. */
export function toggled(action: MultiChoice, input: DraftInput | undefined, value: string): string[] {
  const chosen = chosenOptions(action, input);
  if (chosen.includes(value)) return chosen.filter((one) => one !== value);
  return isFull(action, input) ? chosen : chosenOptions(action, [...chosen, value]);
}

/** Says how many are chosen and how many are wanted: "2 of 1–3 chosen", "0 chosen", "2 of at least 1 chosen". */
export function countWords(action: MultiChoice, input: DraftInput | undefined): string {
  const count = chosenOptions(action, input).length;
  const { min_selections: min = 0, max_selections: max } = action.constraints;
  // A maximum that no selection can pass says nothing.
  const most = max !== undefined && max < action.options.length ? max : undefined;
  const say = words.controls.multiChoice;
  if (most === undefined) return min === 0 ? say.chosen(count) : say.ofAtLeast(count, min);
  if (min === most) return say.of(count, most);
  return min === 0 ? say.ofAtMost(count, most) : say.ofRange(count, min, most);
}
