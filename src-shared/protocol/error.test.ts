import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ErrorObject, errorStatus } from './error.ts';

describe('errors (section 14)', () => {
  it('gives every code of 14.3 its HTTP status', () => {
    expect(errorStatus).toMatchObject({
      MISSING_REQUIRED_FIELD: 400,
      INVALID_CALLBACK_URL: 400,
      INVALID_RESPONSE_TYPE: 400,
      MALFORMED_ACTION: 400,
      INVALID_ACTION_ID: 400,
      INVALID_RESPONSE_DATA: 400,
      INVALID_PARAMETER: 400,
      INVALID_STATUS: 400,
      MALFORMED_REQUEST: 400,
      UNSUPPORTED_VERSION: 400,
      AUTH_INVALID_TOKEN: 401,
      AUTH_INSUFFICIENT_PERMISSIONS: 403,
      SERVICE_SUSPENDED: 403,
      SERVICE_NOT_OWNER: 403,
      NOTIFICATION_ACCESS_DENIED: 403,
      NOTIFICATION_NOT_FOUND: 404,
      SERVICE_ALREADY_EXISTS: 409,
      NOTIFICATION_ALREADY_EXISTS: 409,
      NOTIFICATION_EXPIRED: 409,
      NOTIFICATION_INVALIDATED: 409,
      NOTIFICATION_ALREADY_RESPONDED: 409,
      PAYLOAD_TOO_LARGE: 413,
      CONSTRAINT_VIOLATION: 422,
      RATE_LIMIT_EXCEEDED: 429,
      INTERNAL_ERROR: 500,
      SERVER_UNAVAILABLE: 503,
    });
  });

  it('keeps codes it does not know and survives odd optional fields', () => {
    expect(ErrorObject.parse({ code: 'TEAPOT', message: 4, details: [], request_id: null })).toEqual({
      code: 'TEAPOT',
      message: '',
      details: undefined,
      request_id: undefined,
    });
  });

  it('never throws on anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => ErrorObject.safeParse(value)).not.toThrow();
      }),
    );
  });
});
