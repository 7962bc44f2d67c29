import { ServiceId } from '#shared/protocol/ids';
import { digestOf } from '../keys/digest.ts';
import { makeWebhookSecret } from '../keys/service-key.ts';
import type { NewService, Service } from '../store/services.ts';
import type { ServiceDesk } from './register.ts';

const localId = ServiceId.parse('local-agents');

/**
 * Makes sure the ready-made service "Local agents" is there, with the key of this machine's file as its only one (design.md
 * 6). One that the person revoked stays so until they rotate it: no file is read or made then.
 */
export function ensureLocalService({ store, clock }: Pick<ServiceDesk, 'store' | 'clock'>, key: () => string): Service {
  return store.transaction(() => {
    const found = store.services.find(localId);
    if (found && !found.key) return found;
    const apiKey = key();
    const isCurrent = found?.key?.lastFour && store.services.findByKey(digestOf(apiKey))?.id === localId;
    if (found && isCurrent) return found;
    if (!found) store.services.add(localService(clock.now()));
    store.services.setKey(localId, apiKey, clock.now());
    const made = store.services.find(localId);
    if (!made) throw new Error('The service of this machine was stored and cannot be read.');
    return made;
  });
}

function localService(now: number): NewService {
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
