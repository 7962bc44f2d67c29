import { type Fault, fault } from '#shared/protocol/error';
import { isObject } from '#shared/protocol/json-shape';
import { fail, ok, type Result } from '#shared/result';
import type { User } from '../keys/identities.ts';
import type { Submission } from '../notifications/respond.ts';

const keyShape = /^[\x21-\x7e]{1,255}$/;

/**
 * Reads a submission (section 5.6) and its `Idempotency-Key` (section 16). Faults: MALFORMED_REQUEST,
 * MISSING_REQUIRED_FIELD, INVALID_PARAMETER for a key that is not 1 to 255 visible characters.
 */
export function parseSubmission(body: unknown, key: unknown, user: User): Result<Submission, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  for (const path of ['notification_id', 'action_id'] as const) {
    const value = body[path];
    if (value === undefined || value === null || value === '') {
      return fail(fault('MISSING_REQUIRED_FIELD', `The field "${path}" is required.`, { path }));
    }
    if (typeof value !== 'string') {
      return fail(fault('MALFORMED_REQUEST', `The field "${path}" must be a string.`, { path }));
    }
  }
  if (key !== undefined && (typeof key !== 'string' || !keyShape.test(key))) {
    return fail(fault('INVALID_PARAMETER', 'The Idempotency-Key is not valid.', { header: 'idempotency-key' }));
  }
  return ok({
    notificationId: body.notification_id as string,
    actionId: body.action_id as string,
    responseData: body.response_data ?? null,
    hasResponseData: body.response_data !== undefined,
    responder: { id: user.id, type: user.type },
    idempotencyKey: key,
  });
}
