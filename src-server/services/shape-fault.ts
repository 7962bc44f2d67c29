import type { z } from 'zod';
import { type Fault, fault } from '#shared/protocol/error';

/**
 * The first thing wrong with a body, with the path of its field: MALFORMED_REQUEST for another type than the field has,
 * CONSTRAINT_VIOLATION for the rest.
 */
export function shapeFault({ issues: [issue] }: z.ZodError): Fault {
  const path = issue?.path.map(String).join('.') ?? '';
  const code = issue?.code === 'invalid_type' ? 'MALFORMED_REQUEST' : 'CONSTRAINT_VIOLATION';
  return fault(code, `The field "${path}" is not right: ${issue?.message ?? 'not valid'}.`, { path });
}
