import { valueWords } from '#shared/inbox/answer-words';
import type { Draft } from '#shared/inbox/draft';
import type { OfferedAction } from '#shared/protocol/notification';
import { isAnswerable } from '../controls/answerable.ts';
import { controlOf } from '../controls/registry.tsx';

export type UnsentInput = { label: string; words: string };

/** What a person had entered for an item, action by action, in words: it is theirs, also when it can no longer be sent. */
export function unsentInputs(
  actions: readonly OfferedAction[],
  draft: Draft,
  timeWords: (ms: number) => string,
): UnsentInput[] {
  return actions.filter(isAnswerable).flatMap((action) => {
    const input = draft.inputs[action.id];
    if (input === undefined || input === null || input === '') return [];
    const read = controlOf(action).read(action, input);
    const words = read.ok ? valueWords(action, read.value, timeWords) : String(input);
    return words === undefined ? [] : [{ label: action.label, words }];
  });
}
