import type { z } from 'zod';
import type { RestClient, RestFailure } from '#main/accounts/rest-client';
import { type AppError, fail, type Result } from '#shared/result';
import { words } from '#shared/words/words';

export function localServerDown(): AppError {
  return {
    code: 'server/unreachable',
    message: words.desk.localNotRunning,
    hint: words.desk.inAMoment,
    retryable: true,
  };
}

export type ServerCall<S extends z.ZodType> = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  schema: S;
  body?: unknown;
};

/**
 * Asks the server of this computer as its administrator, while it listens. `fields`: the fields of the protocol as the page
 * names them, so that what is refused is said beside the right one.
 */
export async function askServer<S extends z.ZodType>(
  rest: RestClient | undefined,
  { method, path, schema, body }: ServerCall<S>,
  fields: Readonly<Record<string, string>>,
): Promise<Result<z.infer<S>>> {
  const reply = await rest?.call(method, path, schema, body === undefined ? {} : { body });
  return reply === undefined ? fail(localServerDown()) : reply.ok ? reply : fail(errorOf(reply.error, fields));
}

function errorOf(failure: RestFailure, fields: Readonly<Record<string, string>>): AppError {
  if (failure.kind === 'unreachable') return { code: 'server/unreachable', message: failure.why, retryable: true };
  const { httpStatus, code, path } = failure;
  const message = words.desk.refusal(code, failure.message);
  const isInput = httpStatus === 400 || httpStatus === 409 || httpStatus === 422;
  if (!isInput) return { code: 'server/refused', message };
  // A path may lead into a field: `events.ticket.0.label` is about `events`.
  const field = fields[path?.split('.')[0] ?? ''];
  return { code: 'service/invalid', message, ...(field === undefined ? {} : { field }) };
}
