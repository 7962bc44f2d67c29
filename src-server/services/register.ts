import { randomUUID } from 'node:crypto';
import { type Fault, fault } from '#shared/protocol/error';
import { ServiceId } from '#shared/protocol/ids';
import type { RegisterServiceReply } from '#shared/protocol/service';
import { fail, ok, type Result } from '#shared/result';
import type { Clock } from '../clock/clock.ts';
import { makeServiceKey, makeWebhookSecret } from '../keys/service-key.ts';
import type { Newsroom } from '../notifications/news.ts';
import type { Store } from '../store/store.ts';
import { parseRegistration } from './registration.ts';

/** What the service desk needs; `onLoopback`: whether the server itself listens on loopback. */
export type ServiceDesk = {
  store: Store;
  clock: Clock;
  news: Newsroom;
  onLoopback: boolean;
  /** Keeps the key of "Local agents" where this machine's programs find it; undefined takes it away. Throws when it cannot. */
  keepLocalKey(apiKey: string | undefined): void;
};

/**
 * Registers a service (section 5.2). The key is in the reply and nowhere else; its digest is stored. Faults: those of
 * `parseRegistration` and SERVICE_ALREADY_EXISTS.
 */
export function register(desk: ServiceDesk, body: unknown): Result<RegisterServiceReply, Fault> {
  const { store, clock, onLoopback } = desk;
  const parsed = parseRegistration(body, onLoopback);
  if (!parsed.ok) return parsed;
  const { name, description, callback_url, webhook_secret, icon_url, signature_scheme, resume } = parsed.value;
  if (store.services.findByName(name)) {
    return fail(fault('SERVICE_ALREADY_EXISTS', 'A service with this name exists.', { path: 'name' }));
  }
  const apiKey = makeServiceKey('live');
  const now = clock.now();
  const service = {
    id: ServiceId.parse(`svc_${randomUUID().replaceAll('-', '')}`),
    name,
    description,
    callbackUrl: callback_url,
    webhookSecret: webhook_secret ?? makeWebhookSecret(),
    iconUrl: icon_url || null,
    signatureScheme: signature_scheme ?? ('plain' as const),
    local: false,
    resume,
    createdAt: now,
  };
  store.transaction(() => {
    store.services.add(service);
    store.services.setKey(service.id, apiKey, now);
  });
  return ok({ service_id: service.id, api_key: apiKey, webhook_secret: service.webhookSecret });
}
