import { z } from 'zod';
import { whyUnreachable } from '#main/network/fault-words';
import { wordsOfStranger } from '#main/network/strangers';
import type { Clock } from '#main/time/clock';
import { ErrorObject } from '#shared/protocol/error';
import type { NotificationId } from '#shared/protocol/ids';
import { NotificationPage, RespondReply } from '#shared/protocol/response';
import { parseRetryAfter } from '#shared/protocol/retry-after';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** The part of `fetch` that is used, so that a proxy or a test can stand in. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Why a call did not give what was asked: the network, or the server's refusal in its words (section 14). */
export type RestFailure =
  | { kind: 'unreachable'; why: string }
  | {
      kind: 'refused';
      httpStatus: number;
      code: string;
      message: string;
      retryAfterMs?: number | undefined;
      requestId?: string;
      /** The field at fault, as the server names it. */
      path?: string;
    };

export type RestResult<T> = Result<T, RestFailure>;

const timeoutMs = 15_000;
/** Fifty notifications of the largest size stay well under 50 MB. */
const pageSize = 50;

export type RestPorts = {
  fetch: Fetch;
  clock: Clock;
  /** Told of each `Date` header with the moments between which it was written. */
  onDate?: (header: string, sentAt: number, receivedAt: number) => void;
};

/** The REST side of a server (section 5), for one base URL and one credential. The credential travels in the header only. */
export class RestClient {
  readonly #base: string;
  readonly #token: string;
  readonly #ports: RestPorts;

  constructor(url: string, token: string, ports: RestPorts) {
    this.#base = `${url.replace(/\/+$/, '')}/api/v1`;
    this.#token = token;
    this.#ports = ports;
  }

  /** One page of open notifications (section 8). `withStatus` false: for servers that do not know `pending`. */
  openNotifications(cursor: string | undefined, withStatus: boolean, signal: AbortSignal) {
    const query = new URLSearchParams({ limit: String(pageSize) });
    if (withStatus) query.set('status', 'pending');
    if (cursor !== undefined) query.set('cursor', cursor);
    return this.call('GET', `/client/notifications?${query}`, NotificationPage, { signal });
  }

  notification(id: NotificationId, signal?: AbortSignal): Promise<RestResult<Record<string, unknown>>> {
    const path = `/client/notifications/${encodeURIComponent(id)}`;
    return this.call('GET', path, z.record(z.string(), z.unknown()), signal ? { signal } : {});
  }

  respond(
    answer: { notification_id: NotificationId; action_id: string; response_data: unknown },
    idempotencyKey: string,
  ) {
    const headers = { 'Idempotency-Key': idempotencyKey };
    return this.call('POST', '/client/respond', RespondReply, { body: answer, headers });
  }

  acknowledge(id: NotificationId) {
    return this.call('POST', `/client/notifications/${encodeURIComponent(id)}/acknowledge`, z.unknown(), { body: {} });
  }

  /** Any call under `/api/v1`. A reply that does not fit the schema did not come from a server that speaks ATP. */
  async call<S extends z.ZodType>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    schema: S,
    options: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ): Promise<RestResult<z.infer<S>>> {
    const { clock, fetch, onDate } = this.#ports;
    const sentAt = clock.now();
    try {
      const response = await fetch(this.#base + path, this.#request(method, options));
      const date = response.headers.get('date');
      if (date) onDate?.(date, sentAt, clock.now());
      const text = await response.text();
      const stranger = strangerIn(this.#base, response, text);
      return stranger === undefined
        ? readReply(response, text, schema, clock.now())
        : fail({ kind: 'unreachable', why: stranger });
    } catch (thrown) {
      return fail({ kind: 'unreachable', why: whyUnreachable(thrown) });
    }
  }

  #request(
    method: string,
    { body, headers, signal }: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal },
  ) {
    const timeout = AbortSignal.timeout(timeoutMs);
    const json: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return {
      method,
      headers: { Accept: 'application/json', Authorization: `Bearer ${this.#token}`, ...json, ...headers },
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    } satisfies RequestInit;
  }
}

function readReply<S extends z.ZodType>(
  response: Response,
  text: string,
  schema: S,
  now: number,
): RestResult<z.infer<S>> {
  const body = parseJson(text);
  if (response.ok) {
    const parsed = schema.safeParse(body);
    return parsed.success ? ok(parsed.data) : fail({ kind: 'unreachable', why: words.faults.notAtp });
  }
  const error = ErrorObject.safeParse(body);
  const requestId = error.success ? error.data.request_id : undefined;
  const path = error.success ? error.data.details?.path : undefined;
  return fail({
    kind: 'refused',
    httpStatus: response.status,
    code: error.success ? error.data.code : `HTTP_${response.status}`,
    message: (error.success && error.data.message) || words.faults.refusedCall(response.status),
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), writtenAt(response) ?? now),
    ...(requestId === undefined ? {} : { requestId }),
    ...(typeof path === 'string' ? { path } : {}),
  });
}

function strangerIn(url: string, { status, headers }: Response, text: string): string | undefined {
  const contentType = headers.get('content-type');
  return wordsOfStranger({ url, httpStatus: status, contentType, location: headers.get('location'), text });
}

/** When the server wrote a reply, by its own clock, in ms: a date that it names is one of that clock. */
function writtenAt(response: Response): number | undefined {
  const at = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(at) ? undefined : at;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
