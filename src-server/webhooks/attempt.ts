import { parseRetryAfter } from '#shared/protocol/retry-after';
import { verdictOfDelivery, webhookHeaders, webhookRetryDelaysMs } from '#shared/protocol/webhook';
import { unreachable } from '#shared/result';
import type { AttemptRecord, Delivery } from '../store/deliveries.ts';
import type { Service } from '../store/services.ts';
import { parseCallbackUrl } from './callback-url.ts';
import { type PostReply, post } from './post.ts';
import { allowedAddresses, type Resolve } from './resolve.ts';
import { signatureHeaders } from './signature.ts';

/** How one attempt ended: a reply or none, or an address that is not allowed. */
export type AttemptOutcome = PostReply | { kind: 'not-allowed'; message: string };

/** Makes one attempt of a delivery (section 9.2) to the callback its service has now. `now` in ms. */
export async function attempt(
  delivery: Delivery,
  service: Service & { callbackUrl: string },
  { onLoopback, resolve, now, signal }: { onLoopback: boolean; resolve: Resolve; now: number; signal: AbortSignal },
): Promise<AttemptOutcome> {
  const url = parseCallbackUrl(service.callbackUrl, onLoopback);
  if (!url.ok) return { kind: 'not-allowed', message: url.error };
  const addresses = await untilAborted(allowedAddresses(url.value, onLoopback, resolve), signal);
  if (addresses === undefined) return { kind: 'failed', message: 'No reply in time.' };
  if (!addresses.ok) {
    const { because, message } = addresses.error;
    return { kind: because === 'not-allowed' ? 'not-allowed' : 'failed', message };
  }
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'atp-server',
    ...signatureHeaders(service.signatureScheme, service.webhookSecret, delivery.body, now),
    [webhookHeaders.requestId]: delivery.requestId,
    [webhookHeaders.attempt]: String(delivery.attempts + 1),
  };
  return post(url.value, addresses.value, headers, delivery.body, signal);
}

/** The system's name lookup cannot be called off, so it is left behind when time is up. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return Promise.race([
    work,
    new Promise<undefined>((resolve) => {
      if (signal.aborted) resolve(undefined);
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    }),
  ]);
}

/** What is recorded of an attempt and when the next one is (section 9.4). `now` in ms, `dice` from 0 to 1. */
export function recordOf(delivery: Delivery, outcome: AttemptOutcome, now: number, dice: number): AttemptRecord {
  const attempts = delivery.attempts + 1;
  const base = { attempts, nextAt: now, lastStatus: null, lastError: null, lastAt: now };
  const place = attempts - delivery.scheduleFrom;
  switch (outcome.kind) {
    case 'not-allowed':
      return { ...base, state: 'refused', lastError: outcome.message };
    case 'failed':
      return { ...base, ...nextTry(place, now, dice, 0), lastError: outcome.message };
    case 'answered': {
      const { status, retryAfter } = outcome;
      const verdict = verdictOfDelivery(status);
      switch (verdict) {
        case 'accepted':
          return { ...base, state: 'accepted', lastStatus: status };
        case 'refused':
          return { ...base, state: 'refused', lastStatus: status, lastError: 'The service refused it.' };
        case 'signature-refused':
          return { ...base, state: 'refused', lastStatus: status, lastError: 'The service refused the signature.' };
        case 'retry':
          return {
            ...base,
            ...nextTry(place, now, dice, parseRetryAfter(retryAfter, now) ?? 0),
            lastStatus: status,
          };
        default:
          return unreachable(verdict);
      }
    }
    default:
      return unreachable(outcome);
  }
}

/** The next place in the schedule, moved by up to 20 % either way and never earlier than the service asked for. */
function nextTry(place: number, now: number, dice: number, atLeastMs: number) {
  const delay = webhookRetryDelaysMs[place - 1];
  if (delay === undefined) return { state: 'given-up', nextAt: now } as const;
  const moved = Math.round(delay * (0.8 + 0.4 * dice));
  return { state: 'pending', nextAt: now + Math.max(moved, atLeastMs) } as const;
}
