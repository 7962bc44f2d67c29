import { createHmac } from 'node:crypto';
import type { SignatureScheme } from '#shared/protocol/service';
import { webhookHeaders } from '#shared/protocol/webhook';

/** Format P of section 9.3: lower-case hex HMAC-SHA256 of the raw body bytes. */
export function signPlain(secret: string, body: Buffer): string {
  return createHmac('sha256', Buffer.from(secret, 'utf8')).update(body).digest('hex');
}

/** Format T of section 9.3 at `now` (ms). The string signed, `<t>.<raw body>`, is our assumption and is made only here. */
export function signTimestamped(secret: string, body: Buffer, now: number): string {
  const t = Math.floor(now / 1000);
  const v1 = createHmac('sha256', Buffer.from(secret, 'utf8')).update(`${t}.`).update(body).digest('hex');
  return `t=${t},v1=${v1}`;
}

/** The signature headers of one attempt; `plain` comes with the timestamped one, so that receivers can migrate. */
export function signatureHeaders(
  scheme: SignatureScheme,
  secret: string,
  body: Buffer,
  now: number,
): Record<string, string> {
  const timestamped = signTimestamped(secret, body, now);
  if (scheme === 't_v1') return { [webhookHeaders.signature]: timestamped };
  return { [webhookHeaders.signature]: signPlain(secret, body), [webhookHeaders.signatureV1]: timestamped };
}
