import { z } from 'zod';
import { type Fault, fault } from '#shared/protocol/error';
import { Instant } from '#shared/protocol/instant';
import { isObject } from '#shared/protocol/json-shape';
import { fail, ok, type Result } from '#shared/result';
import { shapeFault } from '../../services/shape-fault.ts';

/** The largest event, bytes (appendix B). */
export const maxEventBytes = 256 * 1024;

const name = z
  .string()
  .trim()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters');

/** An event of the Agent Trigger Protocol, version 0.1 (appendix B). Unknown fields are let through and not read. */
export const TriggerEvent = z.object({
  trigger_source: name,
  event_type: name,
  timestamp: Instant,
  correlation_id: name,
  data: z.record(z.string(), z.unknown()),
});
export type TriggerEvent = z.infer<typeof TriggerEvent>;

const fields = ['trigger_source', 'event_type', 'timestamp', 'correlation_id', 'data'] as const;

/** Reads an event. Faults: MALFORMED_REQUEST, MISSING_REQUIRED_FIELD, CONSTRAINT_VIOLATION, with the path of the field. */
export function parseEvent(body: unknown): Result<TriggerEvent, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  const missing = fields.find((field) => (body[field] ?? null) === null);
  if (missing) return fail(fault('MISSING_REQUIRED_FIELD', `The field "${missing}" is required.`, { path: missing }));
  const parsed = TriggerEvent.safeParse(body);
  return parsed.success ? ok(parsed.data) : fail(shapeFault(parsed.error));
}
