import type { ComponentType } from 'react';
import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf, ResponseType } from '#shared/protocol/action';
import type { Result } from '#shared/result';
import type { ResponseData, ResponseDataOf } from '#shared/validation/validate-response';

/** Why an input is no answer yet: nothing was given (said only once Send was tried), or it breaks a rule (said at once). */
export type ReadProblem = { because: 'empty' | 'invalid'; message: string };

export type ControlProps<T extends ResponseType> = {
  action: ActionOf<T>;
  /** What was typed or chosen so far; undefined while the control was not touched. */
  input: DraftInput | undefined;
  onInput: (input: DraftInput | undefined) => void;
  disabled: boolean;
  /** What is wrong, in words, to be shown beside the control. */
  message: string | undefined;
  /** A prefix for the ids that tie labels, hints and messages to the control. */
  id: string;
  /** Whether the digit keys choose among the control's options, so that it shows them. */
  digitKeys: boolean;
  /** Server time in ms. */
  now: () => number;
};

/**
 * Everything the app knows of one response type. Code shared by all types asks the module instead of asking which type
 * it holds.
 */
export type ControlModule<T extends ResponseType> = {
  /** Whether an answer carries a value; without one, choosing the action is the whole answer. */
  asksForValue: boolean;
  Control: ComponentType<ControlProps<T>>;
  /** The answer that an input stands for, checked by the server's own rules. `locale` tells how numbers are written. */
  read: (
    action: ActionOf<T>,
    input: DraftInput | undefined,
    locale?: string | undefined,
  ) => Result<ResponseDataOf[T], ReadProblem>;
  /** The input that an answer came from, to put a returned answer back into its control. */
  write: (action: ActionOf<T>, data: ResponseData) => DraftInput | undefined;
  /** The input after a digit key, or undefined where the key means nothing. */
  pressDigit?: (action: ActionOf<T>, input: DraftInput | undefined, digit: number) => DraftInput | undefined;
  /** The input after `y` or `n`. */
  pressYesNo?: (yes: boolean) => DraftInput;
};

export const controlMessageId = (id: string) => `${id}-message`;
export const controlHintId = (id: string) => `${id}-hint`;
export const controlLabelId = (id: string) => `${id}-label`;
