import { z } from 'zod';
import { AccountId, ItemKey } from '#shared/inbox/item-key';
import { ActionId, NotificationId } from '#shared/protocol/ids';

// What the rig and the engine process say to each other: one JSON object a line, over stdin and stdout.

/** With what the process starts, as JSON in its only argument. */
export const EngineStart = z.object({ dataFolder: z.string(), takeBackMs: z.int().min(0) });
export type EngineStart = z.input<typeof EngineStart>;

const account = AccountId.default(AccountId.parse('rig'));

/** What the rig orders. `number` comes back in the reply. */
export const EngineCommand = z.discriminatedUnion('do', [
  z.object({ do: z.literal('connect'), account, url: z.url(), token: z.string() }),
  z.object({ do: z.literal('submit'), account, id: NotificationId, action: ActionId, data: z.unknown() }),
  /** Answers whatever is open and has no answer yet, one after the other, each with a text of its own. */
  z.object({ do: z.literal('answer-open'), action: ActionId, mark: z.string() }),
  z.object({ do: z.literal('undo'), account, id: NotificationId }),
  /** As when the machine wakes up or the network is back. */
  z.object({ do: z.literal('nudge') }),
  z.object({ do: z.literal('rows'), number: z.int(), keys: z.array(ItemKey) }),
  z.object({ do: z.literal('quit') }),
]);
export type EngineCommand = z.input<typeof EngineCommand>;

/** A row as the rig looks at it: the protocol's status, and how this person's answer stands. */
export const SeenRow = z.object({
  key: ItemKey,
  status: z.string(),
  answer: z.object({ state: z.string(), because: z.string().optional(), message: z.string().optional() }).optional(),
  ending: z
    .object({
      how: z.string(),
      byMe: z.boolean().optional(),
      words: z.string().optional(),
      responder: z.string().optional(),
    })
    .optional(),
});
export type SeenRow = z.infer<typeof SeenRow>;

/**
 * What the engine process says. It is written before the next statement runs, so a line that was said outlives any
 * kill: `saved` is the promise that the rig holds the engine to, `trying` what it may have saved without a word.
 */
export const EngineEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready') }),
  z.object({
    event: z.literal('connection'),
    account: AccountId,
    state: z.string(),
    because: z.string().optional(),
    at: z.number(),
  }),
  z.object({ event: z.literal('arrived'), key: ItemKey }),
  z.object({ event: z.literal('closed'), key: ItemKey }),
  /** What changed; null when it is too much to name. */
  z.object({ event: z.literal('changed'), rows: z.array(SeenRow).nullable() }),
  z.object({ event: z.literal('trying'), key: ItemKey, data: z.unknown() }),
  z.object({ event: z.literal('saved'), key: ItemKey, data: z.unknown() }),
  z.object({ event: z.literal('not-saved'), key: ItemKey, code: z.string() }),
  z.object({ event: z.literal('undoing'), key: ItemKey }),
  z.object({ event: z.literal('undone'), key: ItemKey }),
  z.object({ event: z.literal('too-late'), key: ItemKey }),
  z.object({ event: z.literal('rows'), number: z.int(), rows: z.array(SeenRow) }),
  z.object({ event: z.literal('stopped') }),
]);
export type EngineEvent = z.infer<typeof EngineEvent>;
