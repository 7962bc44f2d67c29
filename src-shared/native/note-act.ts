import { z } from 'zod';
import { ItemKey } from '../inbox/item-key.ts';
import { ActionId } from '../protocol/ids.ts';

/**
 * Which showing of which revision of which action a button or field belongs to. An answer is bound to what was read
 * (guarantees.md 2), and each showing of an item's buttons (`round`) answers once: systems deliver presses twice and late.
 */
const bound = { key: ItemKey, revision: z.string().max(100), round: z.int().nonnegative(), actionId: ActionId };

/** What pressing a button of ours means, or sending a field of ours. */
export const NoteAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open') }),
  /** `value`: of a `choice` the place of the option; otherwise the answer itself. */
  z.strictObject({ do: z.literal('answer'), ...bound, value: z.union([z.null(), z.boolean(), z.number()]) }),
  z.strictObject({ do: z.literal('reply'), ...bound }),
  z.strictObject({ do: z.literal('select'), ...bound }),
  z.strictObject({ do: z.literal('compose'), key: ItemKey, actionId: ActionId }),
  /** Without an action the item itself is opened: several of its actions want a confirmation. */
  z.strictObject({ do: z.literal('review'), key: ItemKey, actionId: ActionId.optional() }),
  /** `savedAt` names the decision: an older button takes no newer decision back. */
  z.strictObject({ do: z.literal('undo'), key: ItemKey, savedAt: z.number() }),
]);
export type NoteAct = z.infer<typeof NoteAct>;
export type AnswerAct = Extract<NoteAct, { do: 'answer' | 'reply' | 'select' }>;

/** The id of a button or field. It says everything by itself, so that it works after a restart of the app. */
export function idOfAct(act: NoteAct): string {
  // As a URI component: no quote, comma or angle bracket that a daemon or a toast's XML could trip over.
  return encodeURIComponent(JSON.stringify(act));
}

/** Reads an id back; undefined when it is none of ours. */
export function readAct(id: string): NoteAct | undefined {
  try {
    return NoteAct.safeParse(JSON.parse(decodeURIComponent(id))).data;
  } catch {
    return undefined;
  }
}
