import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { webhookHeaders } from '#shared/protocol/webhook';

/** An answer as a webhook brings it (section 9.2). */
export const WebhookAnswer = z.object({
  notification_id: z.string().min(1),
  action_id: z.string().min(1),
  response_data: z
    .unknown()
    .optional()
    .transform((data) => data ?? null),
  responded_at: z.string(),
  responder: z.object({ id: z.string(), type: z.string() }),
  metadata: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((metadata) => metadata ?? {}),
});
export type WebhookAnswer = z.infer<typeof WebhookAnswer>;

/** Why a webhook is not believed. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly code: 'signature-missing' | 'signature-wrong' | 'signature-too-old' | 'body-malformed';

  constructor(code: WebhookError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Headers as Node, Express or the web's `Headers` hand them out. */
export type WebhookHeaders = Headers | Record<string, string | readonly string[] | undefined>;

export type VerifyOptions = {
  /** Believe only the timestamped format, which an old recording does not pass (section 9.3). */
  requireTimestamp?: boolean;
  /** How far the timestamp may be from now, in seconds. */
  toleranceSeconds?: number;
  /** Milliseconds since 1970. */
  now?: number;
};

/**
 * Checks the signature of a webhook over the raw bytes and returns the answer in it (section 9.3). Both formats are
 * read: `<hex>` and `t=…,v1=…`, the latter with a time limit against replays; a plain one that comes with
 * `X-ATP-Signature-V1` must pass that, too. Throws a `WebhookError`.
 */
export function verifyWebhook(
  rawBody: Uint8Array | string,
  headers: WebhookHeaders,
  secret: string,
  { requireTimestamp = false, toleranceSeconds = 300, now = Date.now() }: VerifyOptions = {},
): WebhookAnswer {
  const body = typeof rawBody === 'string' ? Buffer.from(rawBody, 'utf8') : Buffer.from(rawBody);
  const signature = headerOf(headers, webhookHeaders.signature);
  if (!signature) throw new WebhookError('signature-missing', `The header ${webhookHeaders.signature} is missing.`);
  const stamped = signature.startsWith('t=') ? signature : headerOf(headers, webhookHeaders.signatureV1);
  if (!signature.startsWith('t=')) checkPlain(signature, body, secret);
  if (stamped) checkStamped(stamped, body, secret, now, toleranceSeconds);
  else if (requireTimestamp) {
    throw new WebhookError('signature-missing', 'The signature has no timestamp, and one is required.');
  }
  return parseAnswer(body);
}

function checkPlain(signature: string, body: Buffer, secret: string): void {
  if (/^[0-9a-f]{64}$/.test(signature) && equal(signature, hmac(secret, body))) return;
  throw new WebhookError('signature-wrong', 'The signature does not fit the body.');
}

function checkStamped(text: string, body: Buffer, secret: string, now: number, toleranceSeconds: number): void {
  const parts = text.split(',').map((part) => part.trim());
  const t = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2);
  const candidates = parts.filter((part) => /^v1=[0-9a-f]{64}$/.test(part)).map((part) => part.slice(3));
  if (t === undefined) throw new WebhookError('signature-wrong', 'The signature names no time.');
  const expected = hmac(secret, Buffer.concat([Buffer.from(`${t}.`), body]));
  if (!candidates.some((one) => equal(one, expected))) {
    throw new WebhookError('signature-wrong', 'The signature does not fit the body.');
  }
  if (Math.abs(now / 1000 - Number(t)) > toleranceSeconds) {
    throw new WebhookError('signature-too-old', 'The signature is too old, or a clock is wrong.');
  }
}

function hmac(secret: string, bytes: Buffer): string {
  return createHmac('sha256', Buffer.from(secret, 'utf8')).update(bytes).digest('hex');
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseAnswer(body: Buffer): WebhookAnswer {
  try {
    return WebhookAnswer.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new WebhookError('body-malformed', 'The body is signed but is not an answer of the protocol.');
  }
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return typeof found === 'object' ? found[0] : found;
}
