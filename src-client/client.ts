import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { RegisterServiceReply } from '#shared/protocol/service';
import { type Call, call, type Fetch } from './call.ts';
import { ATPError } from './error.ts';
import { type ActionToSend, type AnswerTo, type NotificationToSend, wireOf } from './notification.ts';
import { type Ending, NotificationStatus } from './status.ts';
import { untilEnded } from './wait.ts';
import { type EndpointWishes, findEndpoint } from './where/endpoint.ts';

const timeoutMs = 15_000;
/** A send is repeated under its id this often: a reply that was lost does not ask twice (section 16). */
const sendAttempts = 4;
const longestPauseMs = 10_000;

export type ATPClientOptions = EndpointWishes & {
  /** Stands in for the global `fetch`, for a proxy or a test. */
  fetch?: Fetch;
};

/** A question that was sent. `actions` remembers their types for `waitForResponse`. */
export type SentNotification<A extends readonly ActionToSend[] = readonly ActionToSend[]> = {
  notification_id: string;
  readonly actions?: A;
};

export type WaitOptions = {
  signal?: AbortSignal;
  /** Gives up after so many ms with an `ATPError` of code `TIMED_OUT`; the question stays open. */
  timeoutMs?: number;
  /** Told of each outage that is being waited out. */
  onTrouble?: (why: ATPError) => void;
};

/** A service, as `registerService` takes it (section 5.2). */
export type ServiceToRegister = {
  name: string;
  description: string;
  callback_url: string | null;
  webhook_secret?: string;
  icon_url?: string;
  signature_scheme?: 'plain' | 't_v1';
};

const SendReply = z.object({ notification_id: z.string().min(1) });
const UpdateReply = z.object({ notification_id: z.string().min(1), status: z.string() });

/**
 * The service side of the Agent Triage Protocol: asks, reads the answer, withdraws. It can never answer. Every method
 * throws an `ATPError` whose `code` is the server's, or says what is wrong on the way to it.
 */
export class ATPClient {
  readonly url: string;
  /** For `verifyWebhook`, when it is known. */
  readonly webhookSecret: string | undefined;
  readonly #apiKey: string;
  readonly #fetch: Fetch;

  /** Without `url` and `apiKey`: `ATP_SERVER_URL` and `ATP_API_KEY`, else the app that runs on this machine. */
  constructor({ fetch = globalThis.fetch, ...wishes }: ATPClientOptions = {}) {
    const { url, apiKey, webhookSecret } = findEndpoint(wishes);
    this.url = url;
    this.webhookSecret = webhookSecret;
    this.#apiKey = apiKey;
    this.#fetch = fetch;
  }

  /** Asks. Network faults and busy servers are retried under one id, so that the person is asked once. */
  async sendNotification<const A extends readonly ActionToSend[]>(
    notification: NotificationToSend<A>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<SentNotification<A>> {
    const body = wireOf({ ...notification, id: notification.id ?? randomUUID() });
    for (let attempt = 1; ; attempt++) {
      try {
        const sent = await this.#call(SendReply, { method: 'POST', path: '/notifications', body, signal });
        return { notification_id: sent.notification_id, actions: notification.actions };
      } catch (thrown) {
        const isWorthIt = thrown instanceof ATPError && thrown.isTransient && attempt < sendAttempts;
        const waitMs = isWorthIt ? (thrown.retryAfterMs ?? 250 * 2 ** attempt) : 0;
        if (!isWorthIt || waitMs > longestPauseMs) throw thrown;
        await pause(waitMs, undefined, signal ? { signal } : {});
      }
    }
  }

  getNotificationStatus(notification: string | SentNotification): Promise<NotificationStatus> {
    return this.#status(idOf(notification), 0, undefined);
  }

  /** Waits until the person answers, the deadline passes or the question is withdrawn. */
  async waitForResponse<A extends readonly ActionToSend[]>(
    notification: string | SentNotification<A>,
    { signal, timeoutMs: limitMs, onTrouble }: WaitOptions = {},
  ): Promise<Ending<AnswerTo<A>>> {
    const id = idOf(notification);
    const limit = limitMs === undefined ? undefined : AbortSignal.timeout(limitMs);
    const either = [signal, limit].filter((one) => one !== undefined);
    const read = (seconds: number, ends: AbortSignal | undefined) => this.#status(id, seconds, ends);
    try {
      const ending = await untilEnded(read, either.length > 0 ? AbortSignal.any(either) : undefined, onTrouble);
      return ending as Ending<AnswerTo<A>>;
    } catch (thrown) {
      if (!limit?.aborted || signal?.aborted) throw thrown;
      throw new ATPError({ code: 'TIMED_OUT', message: `No answer within ${limitMs} ms; the question stays open.` });
    }
  }

  /** Withdraws a question that is still open (section 5.5). `reason` is shown to the person. */
  async invalidate(notification: string | SentNotification, reason?: string): Promise<void> {
    const path = `/notifications/${encodeURIComponent(idOf(notification))}`;
    const body = { status: 'invalidated', ...(reason === undefined ? {} : { reason }) };
    await this.#call(UpdateReply, { method: 'PATCH', path, body });
  }

  /** Registers a service at the server of this client; takes the administrator's token (section 5.2). */
  registerService(service: ServiceToRegister, adminToken: string): Promise<RegisterServiceReply> {
    return this.#call(RegisterServiceReply, { method: 'POST', path: '/services', body: service, token: adminToken });
  }

  #status(id: string, waitSeconds: number, signal: AbortSignal | undefined): Promise<NotificationStatus> {
    const query = waitSeconds > 0 ? `?wait=${waitSeconds}` : '';
    return this.#call(NotificationStatus, {
      method: 'GET',
      path: `/notifications/${encodeURIComponent(id)}${query}`,
      signal,
      timeoutMs: timeoutMs + waitSeconds * 1000,
    });
  }

  #call<S extends z.ZodType>(
    schema: S,
    one: Pick<Call, 'method' | 'path' | 'body' | 'signal'> & { token?: string; timeoutMs?: number },
  ): Promise<z.infer<S>> {
    return call(this.#fetch, schema, { url: this.url, token: this.#apiKey, timeoutMs, ...one });
  }
}

function idOf(notification: string | SentNotification): string {
  return typeof notification === 'string' ? notification : notification.notification_id;
}
