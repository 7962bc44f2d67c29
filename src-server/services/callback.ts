import { type Fault, fault } from '#shared/protocol/error';
import { isObject } from '#shared/protocol/json-shape';
import type { ServiceListing } from '#shared/protocol/service';
import { fail, ok, type Result } from '#shared/result';
import { parseResumeSetting } from '../webhooks/resume.ts';
import { findService } from './key-lifecycle.ts';
import { listingOf } from './list.ts';
import type { ServiceDesk } from './register.ts';
import { checkCallback } from './registration.ts';

/**
 * Sets or, with null or "", clears the callback URL of a service, its resume setting, or both. Webhooks still to be delivered
 * go to the new callback, or, when there is none any more, are left for the service to read; a resume setting is for what is
 * sent from now on. Faults: MALFORMED_REQUEST, MISSING_REQUIRED_FIELD, INVALID_CALLBACK_URL, CONSTRAINT_VIOLATION, NOT_FOUND.
 */
export function setCallback(desk: ServiceDesk, id: string, body: unknown): Result<ServiceListing, Fault> {
  const { store, onLoopback } = desk;
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  const { callback_url, resume: sent } = body;
  if (callback_url === undefined && sent === undefined) {
    const message = 'The field "callback_url" or "resume" is required; null clears it.';
    return fail(fault('MISSING_REQUIRED_FIELD', message, { path: 'callback_url' }));
  }
  const found = findService(desk, id);
  if (!found.ok) return found;
  const service = found.value;
  const url = callback_url === undefined ? ok(service.callbackUrl) : checkCallback(callback_url || null, onLoopback);
  if (!url.ok) return url;
  const resume = sent === undefined ? ok(service.resume) : parseResumeSetting(sent, onLoopback);
  if (!resume.ok) return resume;
  store.transaction(() => {
    store.services.setCallback(service.id, url.value);
    store.services.setResume(service.id, resume.value);
    if (url.value === null) store.deliveries.dropWebhooks(service.id);
  });
  return ok(listingOf({ ...service, callbackUrl: url.value, resume: resume.value }));
}
