import { expect, test } from 'vitest';
import { RestClient } from '#main/accounts/rest-client';
import { FakeClock } from '#main/testing/fake-clock';
import { LocalServices } from './local-services.ts';

const form = { name: 'CI', description: '', callbackUrl: '', signatureScheme: 'plain' } as const;

/** Services on a server that gives one answer and keeps what it was asked. */
function servicesAt(status: number, body: unknown) {
  const asked: { url: string; method: string | undefined; body: unknown }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    asked.push({ url, method: init.method, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) });
    return new Response(JSON.stringify(body), { status });
  };
  const rest = new RestClient('http://127.0.0.1:4680', 'admin', { fetch, clock: new FakeClock() });
  return { asked, services: new LocalServices(() => rest) };
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
  expect((await services.setCallback('svc/1' as never, '')).ok).toBe(true);
  expect(asked).toEqual([
    { url: 'http://127.0.0.1:4680/api/v1/admin/services/svc%2F1', method: 'PATCH', body: { callback_url: null } },
  ]);
});

test('while the server does not run it is said so', async () => {
  const services = new LocalServices(() => undefined);
  expect(await services.list()).toMatchObject({ ok: false, error: { code: 'server/unreachable', retryable: true } });
});
