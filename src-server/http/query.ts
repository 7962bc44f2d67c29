import type { z } from 'zod';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';

/** Parses query parameters. Fault: INVALID_PARAMETER with the parameter's name in `details.path`. */
export function parseQuery<T extends z.ZodType>(schema: T, query: unknown): Result<z.infer<T>, Fault> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return ok(parsed.data);
  const path = String(parsed.error.issues[0]?.path[0] ?? '');
  return fail(fault('INVALID_PARAMETER', `The parameter "${path}" is not valid.`, { path }));
}
