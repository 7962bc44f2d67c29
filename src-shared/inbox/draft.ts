import { z } from 'zod';
import { ActionId } from '../protocol/ids.ts';

/**
 * What a person has typed or chosen so far for an item, an entry for each action they touched. The value is the
 * control's own input, not an answer: a number field keeps the text as typed, for instance.
 */
export const Draft = z.object({
  openAction: ActionId.nullable(),
  inputs: z.record(
    ActionId,
    z.union([z.string().max(1_000_000), z.number(), z.boolean(), z.array(z.string()), z.null()]),
  ),
});
export type Draft = z.infer<typeof Draft>;
export type DraftInput = Draft['inputs'][ActionId];

export const emptyDraft: Draft = { openAction: null, inputs: {} };
