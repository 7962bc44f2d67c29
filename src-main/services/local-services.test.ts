import { expect, test } from 'vitest';
import { RestClient } from '#main/accounts/rest-client';
import { FakeClock } from '#main/testing/fake-clock';
import { NotificationId, ServiceId } from '#shared/protocol/ids';
import { LocalServices } from './local-services.ts';

const serviceId = ServiceId.parse('svc/1');

const form = { name: 'CI', description: '', callbackUrl: '', signatureScheme: 'plain' } as const;

/** Services on a server that gives one answer and keeps what it was asked. */
function servicesAt(status: number, body: unknown) {
  const asked: { url: string; method: string | undefined; body: unknown }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    asked.push({ url, method: init.method, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) });
    return new Response(JSON.stringify(body), { status });
  };
  const rest = new RestClient('http://127.0.0.1:4680', 'admin', { fetch, clock: new FakeClock() });
  return { asked, services: new LocalServices({ rest: () => rest, onLocalKey: () => {} }) };
}

test('a service without a callback is registered as one that reads its answers itself', async () => {
  const made = { service_id: 'svc_1', api_key: 'sk_1', webhook_secret: 'wh_1' };
  const { asked, services } = servicesAt(201, made);
  expect(await services.register(form)).toEqual({ ok: true, value: made });
  expect(asked[0]?.body).toEqual({ name: 'CI', description: '', callback_url: null, signature_scheme: 'plain' });
});

test.each([
  [400, { code: 'INVALID_CALLBACK_URL', message: 'Not https.', details: { path: 'callback_url' } }, 'callbackUrl'],
  [409, { code: 'SERVICE_ALREADY_EXISTS', message: 'Taken.', details: { path: 'name' } }, 'name'],
])('a refusal (%i) names the field at fault', async (status, body, field) => {
  const { services } = servicesAt(status, body);
  const error = { code: 'service/invalid', message: body.message, field };
  expect(await services.register(form)).toEqual({ ok: false, error });
});

test('a callback is taken away with an empty URL', async () => {
  const { asked, services } = servicesAt(200, {});
  expect((await services.setCallback(serviceId, '')).ok).toBe(true);
  expect(asked).toEqual([
    { url: 'http://127.0.0.1:4680/api/v1/admin/services/svc%2F1', method: 'PATCH', body: { callback_url: null } },
  ]);
});

test('while the server does not run it is said so', async () => {
  const services = new LocalServices({ rest: () => undefined, onLocalKey: () => {} });
  const error = { code: 'server/unreachable', retryable: true };
  expect(await services.list()).toMatchObject({ ok: false, error });
  expect(await services.rotateKey(serviceId)).toMatchObject({ ok: false, error });
  expect(await services.revoke(serviceId)).toMatchObject({ ok: false, error });
});

const service = {
  service_id: serviceId,
  name: 'CI',
  description: '',
  callback_url: null,
  icon_url: null,
  signature_scheme: 'plain',
  created_at: '2026-01-15T08:40:00Z',
  local: false,
  status: 'active',
  key: { prefix: 'sk_live_', last_four: '1111', created_at: '2026-01-15T08:40:00Z' },
};
const delivery = {
  delivery_id: 'd1',
  notification_id: 'n1',
  service_id: serviceId,
  status: 'given_up',
  attempts: 6,
  http_status: 503,
  last_error: 'HTTP 503',
  created_at: '2026-01-15T08:40:00Z',
  last_attempt_at: '2026-01-15T09:40:00Z',
  next_attempt_at: null,
};

/** Services on a server that has these replies, each under its "METHOD path"; a call of anything else is a 404. */
function servicesWith(replies: Record<string, unknown>) {
  const asked: string[] = [];
  const localKeys: string[] = [];
  const fetch = async (url: string, { method }: RequestInit) => {
    const call = `${method} ${url.replace('http://127.0.0.1:4680/api/v1', '')}`;
    asked.push(call);
    if (call in replies) return new Response(JSON.stringify(replies[call]));
    return new Response(JSON.stringify({ code: 'NOT_FOUND', message: 'There is no such service.' }), { status: 404 });
  };
  const rest = new RestClient('http://127.0.0.1:4680', 'admin', { fetch, clock: new FakeClock() });
  const services = new LocalServices({ rest: () => rest, onLocalKey: (masked) => localKeys.push(masked) });
  return { asked, localKeys, services };
}
const rotated = (api_key: string) => ({ service_id: serviceId, api_key, created_at: '2026-01-15T08:40:00Z' });

test('a new key is handed on', async () => {
  const { services, localKeys } = servicesWith({
    'GET /admin/services/svc%2F1': service,
    'POST /admin/services/svc%2F1/rotate': rotated('sk_live_abcd9f3c'),
  });
  expect(await services.rotateKey(serviceId)).toEqual({ ok: true, value: { apiKey: 'sk_live_abcd9f3c' } });
  expect(localKeys).toEqual([]);
});

test('the new key of “Local agents” goes no further than its mask', async () => {
  const { services, localKeys } = servicesWith({
    'GET /admin/services/svc%2F1': { ...service, local: true },
    'POST /admin/services/svc%2F1/rotate': rotated('sk_local_abcd9f3c'),
  });
  expect(await services.rotateKey(serviceId)).toEqual({ ok: true, value: { apiKey: null } });
  expect(localKeys).toEqual(['sk_local_…9f3c']);
});

test('no key is made for a service that cannot be read', async () => {
  const { services, asked } = servicesWith({ 'POST /admin/services/svc%2F1/rotate': rotated('sk_live_abcd9f3c') });
  const error = { code: 'server/refused', message: 'There is no such service.' };
  expect(await services.rotateKey(serviceId)).toEqual({ ok: false, error });
  expect(asked).toEqual(['GET /admin/services/svc%2F1']);
});

test('“Local agents” can be revoked, and is shown to have no key from then on', async () => {
  const { services, localKeys } = servicesWith({
    'POST /admin/services/svc%2F1/revoke': { ...service, local: true, status: 'revoked', key: null },
  });
  expect(await services.revoke(serviceId)).toEqual({ ok: true, value: undefined });
  expect(localKeys).toEqual(['']);
});

test.each(['suspend', 'resume', 'revoke'] as const)(
  '%s is done, or refused in the words of the server',
  async (act) => {
    const { services } = servicesWith({ [`POST /admin/services/svc%2F1/${act}`]: service });
    expect(await services[act](serviceId)).toEqual({ ok: true, value: undefined });
    const error = { code: 'server/refused', message: 'There is no such service.' };
    expect(await services[act](ServiceId.parse('other'))).toEqual({ ok: false, error });
  },
);

test('deliveries carry the titles that are known here', async () => {
  const page = {
    deliveries: [delivery, { ...delivery, delivery_id: 'd0', notification_id: 'n0' }],
    pagination: { next_cursor: '7', has_more: true, total_count: 213 },
  };
  const { services } = servicesWith({ 'GET /admin/services/svc%2F1/deliveries?limit=50': page });
  const found = await services.deliveries(serviceId, (id) => (id === 'n1' ? 'Deploy now?' : undefined));
  const deliveries = [
    { ...page.deliveries[0], title: 'Deploy now?' },
    { ...page.deliveries[1], title: undefined },
  ];
  expect(found).toEqual({ ok: true, value: { deliveries, total: 213 } });
});

test('a delivery is sent again under its own notification', async () => {
  const { services } = servicesWith({ 'POST /notifications/n%2F1/deliveries/d%2F1/resend': delivery });
  expect((await services.sendAgain(NotificationId.parse('n/1'), 'd/1')).ok).toBe(true);
  expect((await services.sendAgain(NotificationId.parse('n/2'), 'd/1')).ok).toBe(false);
});
