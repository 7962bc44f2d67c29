import { WireNotificationToSend } from '#shared/protocol/wire/notification';
import { WireSendReply, WireServiceStatus, WireUpdateReply, WireUpdateRequest } from '#shared/protocol/wire/response';
import { type Operation, query } from './operation.ts';

/** What services do with notifications (sections 5.3 to 5.5). */
export const notificationOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/api/v1/notifications',
    section: '5.3',
    summary: 'Send a notification',
    auth: ['service'],
    request: WireNotificationToSend,
    replies: {
      201: { about: 'Accepted.', schema: WireSendReply },
      200: { about: 'The same notification had been sent before (section 16).', schema: WireSendReply },
    },
    faults: [
      'MISSING_REQUIRED_FIELD',
      'INVALID_RESPONSE_TYPE',
      'MALFORMED_ACTION',
      'INVALID_STATUS',
      'UNSUPPORTED_VERSION',
      'SERVICE_SUSPENDED',
      'SERVICE_NOT_OWNER',
      'NOTIFICATION_ALREADY_EXISTS',
      'CONSTRAINT_VIOLATION',
    ],
  },
  {
    method: 'GET',
    path: '/api/v1/notifications/{id}',
    section: '5.4',
    summary: 'Read the status of a notification, and the answer',
    auth: ['service'],
    parameters: [
      query('wait', 'An extension: seconds to wait for the answer, expiry or withdrawal.', {
        type: 'integer',
        minimum: 0,
        maximum: 60,
        default: 0,
      }),
    ],
    replies: { 200: { about: 'Where it is.', schema: WireServiceStatus } },
    faults: ['INVALID_PARAMETER', 'SERVICE_NOT_OWNER', 'NOTIFICATION_NOT_FOUND'],
  },
  {
    method: 'PATCH',
    path: '/api/v1/notifications/{id}',
    section: '5.5',
    summary: 'Withdraw a notification',
    auth: ['service'],
    request: WireUpdateRequest,
    replies: { 200: { about: 'Withdrawn, now or before.', schema: WireUpdateReply } },
    faults: [
      'MISSING_REQUIRED_FIELD',
      'INVALID_STATUS',
      'SERVICE_NOT_OWNER',
      'NOTIFICATION_NOT_FOUND',
      'NOTIFICATION_ALREADY_RESPONDED',
      'NOTIFICATION_EXPIRED',
      'CONSTRAINT_VIOLATION',
    ],
  },
];
