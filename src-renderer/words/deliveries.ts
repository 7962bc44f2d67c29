import type { DeliveryListing } from '#shared/protocol/delivery';
import { parseInstant } from '#shared/protocol/instant';
import { unreachable } from '#shared/result';
import { foreign } from '#shared/words/foreign';
import { words } from '#shared/words/words';
import { dateAndTime, isSameDay, timeOfDay } from './times.ts';

/** How a delivery stands, in one line. `now`: ms of server time. */
export function deliveryStateWords(delivery: DeliveryListing, now: number): string {
  const { status, attempts, http_status, last_attempt_at, next_attempt_at } = delivery;
  const say = words.deliveries;
  switch (status) {
    case 'accepted':
      return last_attempt_at === null ? say.accepted : say.acceptedAt(momentWords(last_attempt_at, now));
    case 'pending': {
      const attempt = attempts + 1;
      const isDue = next_attempt_at === null || (parseInstant(next_attempt_at) ?? now) <= now;
      return isDue ? say.sending(attempt) : say.waiting(attempt, momentWords(next_attempt_at, now));
    }
    case 'refused':
      return http_status === null ? say.refused : say.refusedWith(http_status);
    case 'given_up':
      return say.givenUp;
    case 'dropped':
      return say.dropped;
    default:
      return unreachable(status);
  }
}

/** What was tried so far, and what the latest fault was. */
export function deliveryAttemptsWords(delivery: DeliveryListing, now: number): string {
  const tried = triedWords(delivery, now);
  return delivery.last_error === null ? tried : `${tried} · ${foreign(delivery.last_error, 200)}`;
}

function triedWords({ status, attempts, last_attempt_at }: DeliveryListing, now: number): string {
  const say = words.deliveries;
  if (attempts === 0) return say.notTried;
  return last_attempt_at === null || status === 'accepted'
    ? say.tried(attempts)
    : say.triedLast(attempts, momentWords(last_attempt_at, now));
}

/** A moment as a time of day, with its date when that is not today's. */
function momentWords(instant: string, now: number): string {
  const at = parseInstant(instant);
  if (at === undefined) return foreign(instant, 40);
  return isSameDay(at, now) ? timeOfDay(at) : dateAndTime(at);
}
