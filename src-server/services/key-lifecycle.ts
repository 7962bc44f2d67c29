import { type Fault, fault } from '#shared/protocol/error';
import { formatInstant } from '#shared/protocol/instant';
import type { RotateKeyReply, ServiceListing } from '#shared/protocol/service';
import { fail, ok, type Result } from '#shared/result';
import { makeServiceKey } from '../keys/service-key.ts';
import type { Service } from '../store/services.ts';
import { listingOf } from './list.ts';
import type { ServiceDesk } from './register.ts';

/** A service by its id. Fault: NOT_FOUND. */
export function findService({ store }: Pick<ServiceDesk, 'store'>, id: string): Result<Service, Fault> {
  const found = store.services.find(id);
  return found ? ok(found) : fail(fault('NOT_FOUND', 'There is no such service.', { service_id: id }));
}

/**
 * Gives a service a new key and ends the one it had, at once; a revoked service is active again with it. The key is in the
 * reply and nowhere else, but for "Local agents", whose file is written anew. Faults: NOT_FOUND, and CONSTRAINT_VIOLATION for
 * the service of a bridge.
 */
export function rotateKey(desk: ServiceDesk, id: string): Result<RotateKeyReply, Fault> {
  const found = findService(desk, id);
  if (!found.ok) return found;
  const { id: serviceId, local, bridged } = found.value;
  if (bridged) {
    const message = 'This service belongs to a bridge, which has a token of its own.';
    return fail(fault('CONSTRAINT_VIOLATION', message, { service_id: id }));
  }
  const apiKey = makeServiceKey(local ? 'local' : 'live');
  const now = desk.clock.now();
  desk.store.transaction(() => {
    desk.store.services.setKey(serviceId, apiKey, now);
    // Inside the transaction: a file that cannot be written leaves the old key in force.
    if (local) desk.keepLocalKey(apiKey);
  });
  desk.news.publish({ type: 'key-ended', serviceId });
  return ok({ service_id: serviceId, api_key: apiKey, created_at: formatInstant(now) });
}

/** Takes a service's key away and ends what it has open; its history stays. A second time changes nothing. Fault: NOT_FOUND. */
export function revokeKey(desk: ServiceDesk, id: string): Result<ServiceListing, Fault> {
  const found = findService(desk, id);
  if (!found.ok) return found;
  const { id: serviceId, local } = found.value;
  desk.store.transaction(() => {
    desk.store.services.dropKeys(serviceId);
    if (local) desk.keepLocalKey(undefined);
  });
  desk.news.publish({ type: 'key-ended', serviceId });
  return ok(listingOf({ ...found.value, key: null }));
}

/**
 * Suspends a service or lets it send again; repeating it changes nothing. Faults: NOT_FOUND, and CONSTRAINT_VIOLATION for
 * a revoked one, which has nothing to suspend.
 */
export function setSuspended(desk: ServiceDesk, id: string, suspended: boolean): Result<ServiceListing, Fault> {
  const found = findService(desk, id);
  if (!found.ok) return found;
  if (!found.value.key) {
    const message = 'This service is revoked; rotating it gives it a new key.';
    return fail(fault('CONSTRAINT_VIOLATION', message, { service_id: id }));
  }
  desk.store.services.setSuspended(found.value.id, suspended);
  return ok(listingOf({ ...found.value, suspended }));
}
