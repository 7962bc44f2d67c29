import { expect, it } from 'vitest';
import type { DeliveriesView, DeliveryView } from '#shared/inbox/delivery-view';
import { NotificationId, ServiceId } from '#shared/protocol/ids';
import { fail, ok } from '#shared/result';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createDeliveriesStore } from './deliveries.ts';

const id = ServiceId.parse('s1');
const delivery: DeliveryView = {
  delivery_id: 'd1',
  notification_id: NotificationId.parse('n1'),
  service_id: id,
  status: 'given_up',
  attempts: 6,
  http_status: 503,
  last_error: 'HTTP 503',
  created_at: '2026-01-15T08:40:00Z',
  last_attempt_at: '2026-01-15T09:40:00Z',
  next_attempt_at: null,
  title: 'Deploy now?',
};
const listOf = (...deliveries: DeliveryView[]): DeliveriesView => ({ deliveries, total: deliveries.length });
const down = { code: 'server/unreachable', message: 'The server is not running.' } as const;

function setUp() {
  const fake = createFakeBridge();
  const deliveries = createDeliveriesStore(fake.bridge);
  return { ...fake, deliveries, shown: () => deliveries.store.getState().shown[id] };
}

it('shows the latest reading, whichever reply comes last', async () => {
  const { hold, callsOf, deliveries, shown } = setUp();
  hold('services:list-deliveries');
  void deliveries.read(id);
  void deliveries.read(id);
  const [older, newer] = callsOf('services:list-deliveries');
  await newer?.reply(ok(listOf(delivery)));
  await older?.reply(ok(listOf()));
  expect(shown()?.found).toEqual(listOf(delivery));
});

it('keeps what was shown when it cannot be read anew', async () => {
  const { answer, deliveries, shown } = setUp();
  answer('services:list-deliveries', () => ok(listOf(delivery)));
  await deliveries.read(id);
  answer('services:list-deliveries', () => fail(down));
  await deliveries.read(id);
  expect(shown()).toEqual({ found: listOf(delivery), failure: down });
});

it('shows how a delivery stands once it was sent again', async () => {
  const { answer, deliveries, shown } = setUp();
  let listed = delivery;
  answer('services:list-deliveries', () => ok(listOf(listed)));
  answer('services:send-again', ({ notificationId, deliveryId }) => {
    if (notificationId !== 'n1' || deliveryId !== 'd1') return fail(down);
    listed = { ...delivery, status: 'pending' };
    return ok(undefined);
  });
  await deliveries.read(id);
  await deliveries.sendAgain(delivery);
  expect(shown()).toEqual({ found: listOf({ ...delivery, status: 'pending' }), failure: undefined });
  expect(deliveries.store.getState().sending).toBeUndefined();
});

it('says why a delivery was not sent again, above the list', async () => {
  const { answer, deliveries, shown } = setUp();
  const noCallback = { code: 'service/invalid', message: 'The service has no callback URL.' } as const;
  answer('services:list-deliveries', () => ok(listOf(delivery)));
  answer('services:send-again', () => fail(noCallback));
  await deliveries.sendAgain(delivery);
  expect(shown()).toEqual({ found: listOf(delivery), failure: noCallback });
});

it('does not bring back a list that was closed meanwhile', async () => {
  const { hold, next, deliveries, shown } = setUp();
  hold('services:list-deliveries');
  void deliveries.read(id);
  deliveries.forget(id);
  await next('services:list-deliveries').reply(ok(listOf(delivery)));
  await settle();
  expect(shown()).toBeUndefined();
});
