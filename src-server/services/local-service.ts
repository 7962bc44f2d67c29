import { ServiceId } from '#shared/protocol/ids';
import { digestOf } from '../keys/digest.ts';
import { makeWebhookSecret } from '../keys/service-key.ts';
import type { Service } from '../store/services.ts';
import type { ServiceDesk } from './register.ts';

const localId = ServiceId.parse('local-agents');

/** Makes sure the ready-made service "Local agents" is there, with this key as its only one (design.md 6). */
export function ensureLocalService({ store, clock }: ServiceDesk, apiKey: string): Service {
  const digest = digestOf(apiKey);
  return store.transaction(() => {
    const found = store.services.find(localId);
    if (found && store.services.findByKey(digest)?.id === localId) return found;
    const service = found ?? localService(clock.now());
    if (!found) store.services.add(service);
    store.services.setKey(localId, digest, clock.now());
    return service;
  });
}

function localService(now: number): Service {
  return {
    id: localId,
    name: 'Local agents',
    description: 'Programs and scripts on this computer.',
    callbackUrl: null,
    webhookSecret: makeWebhookSecret(),
    iconUrl: null,
    signatureScheme: 'plain',
    local: true,
    createdAt: now,
  };
}
