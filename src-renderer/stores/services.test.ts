import { expect, it } from 'vitest';
import { ServiceId } from '#shared/protocol/ids';
import type { RegisterServiceReply, ServiceListing } from '#shared/protocol/service';
import { fail, ok } from '#shared/result';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createServicesStore } from './services.ts';

const service: ServiceListing = {
  service_id: ServiceId.parse('s1'),
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
const id = service.service_id;
const refused = { code: 'server/refused', message: 'There is no such service.' } as const;

/** The store over a server with one service in it. */
function setUp() {
  const fake = createFakeBridge();
  let listed = service;
  fake.answer('services:list', () => ok([listed]));
  const services = createServicesStore(fake.bridge);
  return { ...fake, services, now: () => services.store.getState(), become: (next: ServiceListing) => (listed = next) };
}

it('shows each new key until the person has put it away, one beside the other', async () => {
  const { answer, services, now } = setUp();
  const made = { service_id: id, api_key: 'k1', webhook_secret: 'w1' } as RegisterServiceReply;
  answer('services:register', () => ok(made));
  answer('services:rotate-key', () => ok({ apiKey: 'k2' }));
  await services.register({ name: 'New', description: '', callbackUrl: '', signatureScheme: 'plain' });
  expect(await services.rotateKey(service)).toBe(true);
  expect(now().issued).toEqual([
    { name: 'New', apiKey: 'k1', webhookSecret: 'w1' },
    { name: 'CI', apiKey: 'k2', webhookSecret: undefined },
  ]);
  services.forgetIssued('k1');
  expect(now().issued.map((one) => one.apiKey)).toEqual(['k2']);
});

it('says that a key went to its file, and shows none', async () => {
  const { answer, services, now } = setUp();
  answer('services:rotate-key', () => ok({ apiKey: null }));
  expect(await services.rotateKey(service)).toBe(true);
  expect(now().issued).toEqual([]);
  expect(now().act).toEqual({ serviceId: id, state: 'key-in-file' });
});

it('shows what the server says after a change', async () => {
  const { answer, services, now, become } = setUp();
  answer('services:suspend', () => {
    become({ ...service, status: 'suspended' });
    return ok(undefined);
  });
  expect(await services.suspend(id)).toBe(true);
  expect(now().services?.[0]?.status).toBe('suspended');
  expect(now().act).toBeUndefined();
});

it('keeps why a change was refused at its service until the next one, and reads the services anew', async () => {
  const { answer, services, now, become } = setUp();
  become({ ...service, status: 'revoked', key: null });
  answer('services:revoke', () => fail(refused));
  answer('services:resume', () => ok(undefined));
  expect(await services.revoke(id)).toBe(false);
  expect(now().act).toEqual({ serviceId: id, state: refused });
  expect(now().services?.[0]?.status).toBe('revoked');
  await services.resume(id);
  expect(now().act).toBeUndefined();
});

it('makes one key for two presses', async () => {
  const { hold, next, callsOf, services, now } = setUp();
  hold('services:rotate-key');
  const first = services.rotateKey(service);
  expect(await services.rotateKey(service)).toBe(false);
  await next('services:rotate-key').reply(ok({ apiKey: 'k2' }));
  await first;
  await settle();
  expect(callsOf('services:rotate-key')).toHaveLength(1);
  expect(now().issued).toHaveLength(1);
});
