import { type Fault, fault } from '#shared/protocol/error';
import { isObject } from '#shared/protocol/json-shape';
import type { ServiceListing } from '#shared/protocol/service';
import { fail, ok, type Result } from '#shared/result';
import { findService } from './key-lifecycle.ts';
import { listingOf } from './list.ts';
import type { ServiceDesk } from './register.ts';
import { checkCallback } from './registration.ts';

/**
 * Sets or, with null or "", clears the callback URL of a service. What is still to be delivered goes to the new one, or,
 * when there is none any more, is left for the service to read. Faults: MALFORMED_REQUEST, MISSING_REQUIRED_FIELD,
 * INVALID_CALLBACK_URL, NOT_FOUND.
 */
export function setCallback(desk: ServiceDesk, id: string, body: unknown): Result<ServiceListing, Fault> {
  const { store, onLoopback } = desk;
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  if (body.callback_url === undefined) {
    const message = 'The field "callback_url" is required; null clears it.';
    return fail(fault('MISSING_REQUIRED_FIELD', message, { path: 'callback_url' }));
  }
  const found = findService(desk, id);
  if (!found.ok) return found;
  const service = found.value;
  const url = checkCallback(body.callback_url === '' ? null : body.callback_url, onLoopback);
  if (!url.ok) return url;
  store.transaction(() => {
    store.services.setCallback(service.id, url.value);
    if (url.value === null) store.deliveries.dropPending(service.id);
  });
  return ok(listingOf({ ...service, callbackUrl: url.value }));
}
