import { type Fault, fault } from '#shared/protocol/error';
import { isObject } from '#shared/protocol/json-shape';
import { RegisterServiceRequest } from '#shared/protocol/service';
import { fail, ok, type Result } from '#shared/result';
import { parseCallbackUrl } from '../webhooks/callback-url.ts';
import { parseResumeSetting } from '../webhooks/resume.ts';
import type { ResumeSetting } from '../webhooks/resume-template.ts';
import { shapeFault } from './shape-fault.ts';

/** A registration with our extension field `resume`. */
export type Registration = RegisterServiceRequest & { resume: ResumeSetting | null };

/**
 * Checks the body of a registration (section 5.2). `callback_url` must be there; on a server that listens on loopback an
 * explicit null says that the service reads its answers by status. Faults: MALFORMED_REQUEST, MISSING_REQUIRED_FIELD,
 * INVALID_CALLBACK_URL, CONSTRAINT_VIOLATION.
 */
export function parseRegistration(body: unknown, onLoopback: boolean): Result<Registration, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  const missing = missingField(body, onLoopback);
  if (missing) {
    return fail(fault('MISSING_REQUIRED_FIELD', `The field "${missing}" is required.`, { path: missing }));
  }
  const callback = checkCallback(body.callback_url, onLoopback);
  if (!callback.ok) return callback;
  const parsed = RegisterServiceRequest.safeParse(body);
  if (!parsed.success) return fail(shapeFault(parsed.error));
  if (parsed.data.icon_url && !isWebUrl(parsed.data.icon_url)) {
    const message = 'The field "icon_url" must be an http or https URL.';
    return fail(fault('CONSTRAINT_VIOLATION', message, { path: 'icon_url' }));
  }
  const resume = parseResumeSetting(body.resume, onLoopback);
  return resume.ok ? ok({ ...parsed.data, resume: resume.value }) : resume;
}

function missingField(body: Record<string, unknown>, onLoopback: boolean): string | undefined {
  const isMissing = (name: string) => {
    const value = body[name];
    if (name === 'callback_url' && value === null) return !onLoopback;
    return value === undefined || value === null || (name !== 'description' && value === '');
  };
  return ['name', 'description', 'callback_url'].find(isMissing);
}

/** Checks a callback URL, or null for none. Fault: INVALID_CALLBACK_URL. */
export function checkCallback(value: unknown, onLoopback: boolean): Result<string | null, Fault> {
  if (value === null) return ok(null);
  const refused = (message: string) => fail(fault('INVALID_CALLBACK_URL', message, { path: 'callback_url' }));
  if (typeof value !== 'string') return refused('The callback URL must be a string.');
  const url = parseCallbackUrl(value, onLoopback);
  return url.ok ? ok(value) : refused(url.error);
}

function isWebUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
