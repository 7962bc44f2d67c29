import type { z } from 'zod';
import { ErrorObject } from '#shared/protocol/error';
import { parseRetryAfter } from '#shared/protocol/retry-after';
import { ATPError } from './error.ts';

export type Fetch = typeof globalThis.fetch;

export type Call = {
  url: string;
  token: string;
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  body?: unknown;
  /** Ends the call; the error it was aborted with is thrown as it is. */
  signal?: AbortSignal | undefined;
  timeoutMs: number;
};

/**
 * One call to a server. Returns the parsed reply; throws an `ATPError` with the server's code, or `UNREACHABLE`,
 * `NOT_ATP` when what answered is something else.
 */
export async function call<S extends z.ZodType>(fetch: Fetch, schema: S, one: Call): Promise<z.infer<S>> {
  one.signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(one.timeoutMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${one.url}/api/v1${one.path}`, {
      method: one.method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${one.token}`,
        ...(one.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      signal: one.signal ? AbortSignal.any([one.signal, timeout]) : timeout,
      ...(one.body === undefined ? {} : { body: JSON.stringify(one.body) }),
    });
    text = await response.text();
  } catch (thrown) {
    one.signal?.throwIfAborted();
    throw unreachable(one.url, thrown);
  }
  const body = parseJson(text);
  if (!response.ok) throw refusal(response, body, one.url);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw notAtp(one.url, response.status);
}

function refusal(response: Response, body: unknown, url: string): ATPError {
  const error = ErrorObject.safeParse(body).data;
  if (!error && response.status < 400) return notAtp(url, response.status);
  return new ATPError({
    code: error?.code ?? `HTTP_${response.status}`,
    message: error?.message || `The server at ${url} answered with HTTP ${response.status}.`,
    httpStatus: response.status,
    details: error?.details,
    requestId: error?.request_id,
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), Date.now()),
  });
}

function notAtp(url: string, httpStatus: number): ATPError {
  const message = `What answers at ${url} does not speak the Agent Triage Protocol.`;
  return new ATPError({ code: 'NOT_ATP', message, httpStatus });
}

function unreachable(url: string, cause: unknown): ATPError {
  const why = cause instanceof Error && cause.name === 'TimeoutError' ? 'did not answer in time' : 'cannot be reached';
  return new ATPError({ code: 'UNREACHABLE', message: `The server at ${url} ${why}.`, cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
