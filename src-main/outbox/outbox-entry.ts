import { z } from 'zod';
import { storedJson } from '#main/store/stored-notification';
import { AnswerPlace } from '#shared/history/decision-record';
import { AccountId, ItemKey } from '#shared/inbox/item-key';
import type { OutboxState } from '#shared/outbox/outbox';
import { ActionId, NotificationId } from '#shared/protocol/ids';

const ReturnReason = z.union([
  z.enum(['too-late', 'withdrawn', 'already-answered', 'refused', 'confirm-again']),
  z.literal('unauthorized').transform(() => 'refused' as const), // written by versions before `token-wanted`
]);

/** The longest wait that is believed of a server, in ms; versions before did not keep which one it named. */
const longestToldMs = 86_400_000;

const State: z.ZodType<OutboxState> = z.discriminatedUnion('at', [
  z.object({ at: z.literal('held'), sendAt: z.number() }),
  z.object({
    at: z.literal('queued'),
    attempt: z.number(),
    notBefore: z.number(),
    because: z.string().exactOptional(),
    told: z.union([z.number(), z.literal(true).transform(() => longestToldMs)]).exactOptional(),
  }),
  z.object({ at: z.literal('token-wanted'), attempt: z.number(), message: z.string() }),
  z.object({ at: z.literal('sending'), attempt: z.number() }),
  z.object({ at: z.literal('accepted'), acceptedAt: z.number() }),
  z.object({
    at: z.literal('returned'),
    because: ReturnReason,
    code: z.string().exactOptional(),
    message: z.string(),
    requestId: z.string().exactOptional(),
  }),
]);

/** A person's decision on its way. `id` is the `Idempotency-Key` of every attempt (section 16). Times are ms of this machine. */
export const OutboxEntry = z.object({
  id: z.uuid(),
  key: ItemKey,
  account: AccountId,
  notificationId: NotificationId,
  actionId: ActionId,
  data: z.unknown(),
  /** The answer as it is said to the person. */
  words: z.string(),
  flagged: z.boolean(),
  savedAt: z.number(),
  /** Where it was given; versions before did not note it. */
  from: AnswerPlace.exactOptional(),
  state: State,
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

const Row = z.object({ entry: storedJson(OutboxEntry) });

/** A decision as it stands in a row of the file; undefined when there is none or when it makes no sense any more. */
export function readEntry(row: unknown): OutboxEntry | undefined {
  return Row.safeParse(row).data?.entry;
}
