import { z } from 'zod';
import { ServiceId } from './ids.ts';

/** Bridges from two neighbouring protocols (appendices A and B); registering and listing them is ours. */
export const BridgeKind = z.enum(['a2a', 'trigger']);
export type BridgeKind = z.infer<typeof BridgeKind>;

const text = z.string().min(1).max(100);
const webUrl = z.string().min(1).max(2048);

/**
 * The body of `POST /api/v1/admin/bridges`. `name` is shown with the items; an agent's own when absent. `public_url` is the
 * address by which the other side reaches this server, where that is not the one of the request.
 */
export const RegisterBridgeRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('a2a'), agent_url: webUrl, name: text.nullish(), public_url: webUrl.nullish() }),
  z.object({
    kind: z.literal('trigger'),
    name: text,
    /** Which actions each type of event offers; `*` is every other type. */
    events: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).nullish(),
    /** Where answers are posted as events. */
    answer_url: webUrl.nullish(),
    public_url: webUrl.nullish(),
  }),
]);
export type RegisterBridgeRequest = z.infer<typeof RegisterBridgeRequest>;

/** A bridge as the administrator sees it; its token is never in it. */
export const BridgeListing = z.object({
  bridge_id: z.string(),
  kind: BridgeKind,
  /** The service whose items its items are; deliveries are listed under it. */
  service_id: ServiceId,
  name: z.string(),
  /** Where the other side posts to. */
  webhook_url: z.string(),
  /** Of an A2A bridge. */
  agent_url: z.string().optional(),
  endpoint: z.string().optional(),
  protocol_version: z.string().optional(),
  /** Of a trigger bridge. */
  event_types: z.array(z.string()).optional(),
  answer_url: z.string().nullable().optional(),
  created_at: z.string(),
});
export type BridgeListing = z.infer<typeof BridgeListing>;

/** A new or renewed token, shown this once, and the header that carries it (`Authorization` with `Bearer `). */
export const BridgeToken = z.object({ token: z.string(), token_header: z.string() });
export type BridgeToken = z.infer<typeof BridgeToken>;

/** The reply to a registration. `signing_secret`: what a trigger bridge signs its answers with, shown this once. */
export const RegisterBridgeReply = BridgeListing.extend({
  ...BridgeToken.shape,
  signing_secret: z.string().optional(),
});
export type RegisterBridgeReply = z.infer<typeof RegisterBridgeReply>;

/** The body of `POST /api/v1/admin/bridges/{id}/subscriptions`. */
export const SubscribeRequest = z.object({ task_id: z.string(), public_url: webUrl.nullish() });
export type SubscribeRequest = z.infer<typeof SubscribeRequest>;
