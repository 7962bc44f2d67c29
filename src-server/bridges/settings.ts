import { z } from 'zod';

/** A bridge's id, `brg_…`. */
export const BridgeId = z.string().min(1).max(64).brand<'BridgeId'>();
export type BridgeId = z.infer<typeof BridgeId>;

/** Which of the two wire forms of A2A an agent speaks: 0.2 and 0.3 are alike here. */
export const Dialect = z.enum(['0.3', '1.0']);
export type Dialect = z.infer<typeof Dialect>;

/** An A2A agent as its card told us when it was registered. `endpoint` takes its JSON-RPC calls. */
const A2aSettings = z.object({
  kind: z.literal('a2a'),
  agent_url: z.string(),
  agent_name: z.string(),
  endpoint: z.string(),
  dialect: Dialect,
});
export type A2aSettings = z.infer<typeof A2aSettings>;

/** Which actions an event type offers (`*` is every other type), and where answers go, if anywhere. */
const TriggerSettings = z.object({
  kind: z.literal('trigger'),
  events: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  answer_url: z.string().nullable(),
});
export type TriggerSettings = z.infer<typeof TriggerSettings>;

export const BridgeSettings = z.discriminatedUnion('kind', [A2aSettings, TriggerSettings]);
export type BridgeSettings = z.infer<typeof BridgeSettings>;
export type BridgeKind = BridgeSettings['kind'];
