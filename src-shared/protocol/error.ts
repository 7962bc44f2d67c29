import { z } from 'zod';

/** The error catalogue (section 14.3): code to HTTP status. */
export const errorStatus = {
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
  ORIGIN_NOT_ALLOWED: 403,
  SERVICE_SUSPENDED: 403,
  SERVICE_NOT_OWNER: 403,
  NOTIFICATION_ACCESS_DENIED: 403,
  NOTIFICATION_NOT_FOUND: 404,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  SERVICE_ALREADY_EXISTS: 409,
  USER_ALREADY_EXISTS: 409,
  NOTIFICATION_ALREADY_EXISTS: 409,
  NOTIFICATION_EXPIRED: 409,
  NOTIFICATION_INVALIDATED: 409,
  NOTIFICATION_ALREADY_RESPONDED: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  CONSTRAINT_VIOLATION: 422,
  RATE_LIMIT_EXCEEDED: 429,
  INTERNAL_ERROR: 500,
  SERVER_UNAVAILABLE: 503,
} as const satisfies Record<string, number>;
export type ErrorCode = keyof typeof errorStatus;

/** The error object, flat (section 14.1). Codes we do not know are kept as they came. */
export const ErrorObject = z.object({
  code: z.string(),
  message: z.string().catch(''),
  details: z.record(z.string(), z.unknown()).optional().catch(undefined),
  request_id: z.string().optional().catch(undefined),
});
export type ErrorObject = z.infer<typeof ErrorObject>;

/** A refusal by the rules of the protocol, before it becomes an HTTP reply. `details.path` names the field at fault. */
export type Fault = {
  code: ErrorCode;
  message: string;
  details?: Record<string, unknown>;
};

export function fault(code: ErrorCode, message: string, details?: Record<string, unknown>): Fault {
  return details === undefined ? { code, message } : { code, message, details };
}
