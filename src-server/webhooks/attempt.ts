import { parseRetryAfter } from '#shared/protocol/retry-after';
import { verdictOfDelivery, webhookHeaders, webhookRetryDelaysMs } from '#shared/protocol/webhook';
import { unreachable } from '#shared/result';
import type { AttemptRecord, Delivery } from '../store/deliveries.ts';
import type { Service } from '../store/services.ts';
import { type AttemptOutcome, reach, type Way } from './reach.ts';
import { signatureHeaders } from './signature.ts';

/** Makes one attempt of a delivery (section 9.2): its bytes, signed with the secret of its service, posted to `target`. */
export function attempt(delivery: Delivery, service: Service, target: string, way: Way): Promise<AttemptOutcome> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': userAgent,
    ...signatureHeaders(service.signatureScheme, service.webhookSecret, delivery.body, way.now),
    [webhookHeaders.requestId]: delivery.requestId,
    [webhookHeaders.attempt]: String(delivery.attempts + 1),
  };
  return reach(target, { method: 'POST', headers, body: delivery.body, mostReplyBytes: 0 }, way);
}

/** How this server names itself to others. */
export const userAgent = 'atp-server';

/** What is recorded of an attempt and when the next one is (section 9.4). `now` in ms, `dice` from 0 to 1. */
export function recordOf(delivery: Delivery, outcome: AttemptOutcome, now: number, dice: number): AttemptRecord {
  const attempts = delivery.attempts + 1;
  const base = { attempts, nextAt: now, lastStatus: null, lastError: null, lastAt: now };
  const place = attempts - delivery.scheduleFrom;
  switch (outcome.kind) {
    case 'not-allowed':
    case 'refused':
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

/** When what failed for the `attempts`th time is tried again (section 9.4), ms from then; undefined is never. */
export function retryDelay(attempts: number, dice: number): number | undefined {
  const delay = webhookRetryDelaysMs[attempts - 1];
  return delay === undefined ? undefined : Math.round(delay * (0.8 + 0.4 * dice));
}

/** The next place in the schedule, moved by up to 20 % either way and never earlier than the service asked for. */
function nextTry(place: number, now: number, dice: number, atLeastMs: number) {
  const moved = retryDelay(place, dice);
  if (moved === undefined) return { state: 'given-up', nextAt: now } as const;
  return { state: 'pending', nextAt: now + Math.max(moved, atLeastMs) } as const;
}
