import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeliveryListing } from '#shared/protocol/delivery';
import { NotificationId, ServiceId } from '#shared/protocol/ids';
import { speak } from '#shared/words/words';
import { deliveryAttemptsWords, deliveryStateWords } from './deliveries.ts';

beforeEach(() => speak({ language: 'en', locale: 'en-GB' }));
afterEach(() => speak({ language: 'en', locale: 'en' }));

const now = new Date(2026, 0, 15, 12, 30).getTime();
const at = (hours: number, minutes: number, day = 15) => new Date(2026, 0, day, hours, minutes).toISOString();
const base: DeliveryListing = {
  delivery_id: 'd1',
  notification_id: NotificationId.parse('n1'),
  service_id: ServiceId.parse('s1'),
  status: 'pending',
  attempts: 2,
  http_status: 503,
  last_error: 'HTTP 503',
  created_at: at(12, 0),
  last_attempt_at: at(12, 20),
  next_attempt_at: at(12, 40),
};
const state = (over: Partial<DeliveryListing>) => deliveryStateWords({ ...base, ...over }, now);
const attempts = (over: Partial<DeliveryListing>) => deliveryAttemptsWords({ ...base, ...over }, now);

it.each<[string, Partial<DeliveryListing>]>([
  ['Waiting for attempt 3 at 12:40', {}],
  ['Waiting for attempt 3 at 16 Jan 2026, 00:10', { next_attempt_at: at(0, 10, 16) }],
  ['Sending, attempt 1', { attempts: 0, last_attempt_at: null, next_attempt_at: at(12, 30) }],
  ['Accepted at 12:20', { status: 'accepted', next_attempt_at: null }],
  ['Refused with HTTP 410', { status: 'refused', http_status: 410, next_attempt_at: null }],
  ['Refused', { status: 'refused', http_status: null, next_attempt_at: null }],
  ['Given up', { status: 'given_up', next_attempt_at: null }],
  ['Not sent: the callback was taken away', { status: 'dropped', next_attempt_at: null }],
])('says “%s”', (words, over) => {
  expect(state(over)).toBe(words);
});

it.each<[string, Partial<DeliveryListing>]>([
  ['2 attempts, last at 12:20 · HTTP 503', {}],
  ['1 attempt', { status: 'accepted', attempts: 1, last_error: null }],
  ['Not tried yet', { attempts: 0, last_attempt_at: null, last_error: null }],
])('tells of “%s”', (words, over) => {
  expect(attempts(over)).toBe(words);
});
