import type { DeliveryListing } from '#shared/protocol/delivery';
import { parseInstant } from '#shared/protocol/instant';
import { unreachable } from '#shared/result';
import { countWords, dateAndTime, foreignWords, number, timeOfDay } from './shell.ts';

/** How a delivery stands, in one line. `now`: ms of server time. */
export function deliveryStateWords(delivery: DeliveryListing, now: number, locale: string): string {
  const { status, attempts, http_status, last_attempt_at, next_attempt_at } = delivery;
  switch (status) {
    case 'accepted':
      return last_attempt_at === null ? 'Accepted' : `Accepted at ${momentWords(last_attempt_at, now, locale)}`;
    case 'pending': {
      const attempt = `attempt ${number(attempts + 1)}`;
      const isDue = next_attempt_at === null || (parseInstant(next_attempt_at) ?? now) <= now;
      return isDue ? `Sending, ${attempt}` : `Waiting for ${attempt} at ${momentWords(next_attempt_at, now, locale)}`;
    }
    case 'refused':
      return http_status === null ? 'Refused' : `Refused with HTTP ${http_status}`;
    case 'given_up':
      return 'Given up';
    case 'dropped':
      return 'Not sent: the callback was taken away';
    default:
      return unreachable(status);
  }
}

/** What was tried so far, and what the latest fault was. */
export function deliveryAttemptsWords(delivery: DeliveryListing, now: number, locale: string): string {
  const { status, attempts, last_attempt_at, last_error } = delivery;
  const tried = attempts === 0 ? 'Not tried yet' : countWords(attempts, 'attempt', 'attempts');
  const last =
    last_attempt_at === null || status === 'accepted' ? '' : `, last at ${momentWords(last_attempt_at, now, locale)}`;
  return last_error === null ? tried + last : `${tried}${last} · ${foreignWords(last_error, 200)}`;
}

/** A moment as a time of day, with its date when that is not today's. */
function momentWords(instant: string, now: number, locale: string): string {
  const at = parseInstant(instant);
  if (at === undefined) return foreignWords(instant, 40);
  if (new Date(at).toDateString() === new Date(now).toDateString()) return timeOfDay(at, locale);
  return dateAndTime(at, locale);
}
