import { z } from 'zod';
import { Status } from '#shared/protocol/lifecycle';
import { WireNotification } from '#shared/protocol/wire/notification';
import { WireRespondReply, WireRespondRequest, WireStatusUpdate } from '#shared/protocol/wire/response';
import { type Operation, query } from './operation.ts';

const page = z
  .looseObject({
    notifications: z.array(WireNotification),
    pagination: z.looseObject({
      next_cursor: z.string().nullish(),
      has_more: z.boolean(),
      total_count: z.int().nonnegative().describe('Matches of the filter.'),
    }),
  })
  .meta({ id: 'NotificationPage', description: 'A page of notifications (section 8).' });

const closed = ['NOTIFICATION_EXPIRED', 'NOTIFICATION_INVALIDATED', 'NOTIFICATION_ALREADY_RESPONDED'] as const;
const unseen = ['NOTIFICATION_ACCESS_DENIED', 'NOTIFICATION_NOT_FOUND'] as const;
const stream = [
  query('token', 'The user token, when no Authorization header can be set; the header wins.'),
  query('client_id', 'Names this installation of the client.'),
  query('version', 'The protocol version wanted; default the newest.'),
];

/** What clients do (section 5.1, rows 5 to 10). */
export const clientOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v1/client/notifications',
    section: '8',
    summary: 'List notifications',
    auth: ['user'],
    parameters: [
      query('status', 'A lifecycle state; pending is created, delivered and acknowledged.', {
        type: 'string',
        enum: [...Status.options, 'pending'],
      }),
      query('limit', 'Of a page.', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
      query('cursor', 'The next_cursor of the page before, with the same filters.'),
      query('service_id', 'Only of this service.'),
      query('project', 'Only of this context.project.'),
      query('sort', 'By timestamp.', { type: 'string', enum: ['newest', 'oldest'], default: 'newest' }),
    ],
    replies: { 200: { about: 'A page.', schema: page } },
    faults: ['INVALID_PARAMETER'],
  },
  {
    method: 'GET',
    path: '/api/v1/client/notifications/{id}',
    section: '5.1',
    summary: 'Read a notification',
    auth: ['user'],
    replies: { 200: { about: 'The notification.', schema: WireNotification } },
    faults: unseen,
  },
  {
    method: 'POST',
    path: '/api/v1/client/respond',
    section: '5.6',
    summary: 'Answer a notification',
    auth: ['user'],
    parameters: [
      {
        in: 'header',
        name: 'Idempotency-Key',
        about: 'Made anew for every decision; the same key gets the first reply again (section 16).',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    request: WireRespondRequest,
    replies: { 200: { about: 'Recorded.', schema: WireRespondReply } },
    faults: [
      'MISSING_REQUIRED_FIELD',
      'INVALID_PARAMETER',
      'INVALID_ACTION_ID',
      'INVALID_RESPONSE_DATA',
      'CONSTRAINT_VIOLATION',
      ...unseen,
      ...closed,
    ],
  },
  {
    method: 'POST',
    path: '/api/v1/client/notifications/{id}/acknowledge',
    section: '5.7',
    summary: 'Say that the person is aware of a notification',
    auth: ['user'],
    replies: { 200: { about: 'Acknowledged, now or before.', schema: WireStatusUpdate } },
    faults: [...unseen, ...closed],
  },
  {
    method: 'GET',
    path: '/api/v1/client/stream',
    section: '6',
    summary: 'WebSocket of what happens; each text frame is an Envelope',
    auth: ['user'],
    tokenInQuery: true,
    parameters: stream,
    replies: { 101: { about: 'The connection is a WebSocket now.' } },
    faults: ['UNSUPPORTED_VERSION'],
  },
  {
    method: 'GET',
    path: '/api/v1/client/events',
    section: '7',
    summary: 'Server-sent events of what happens: notification, status_update, error and ping',
    auth: ['user'],
    tokenInQuery: true,
    parameters: [
      ...stream,
      query('last_event_id', 'Resume after this event; the header Last-Event-ID wins.'),
      query('types', 'Event types wanted, with commas between; default all.'),
      {
        in: 'header',
        name: 'Last-Event-ID',
        about: 'Resume after this event, as far as it is still known.',
        schema: { type: 'string' },
      },
    ],
    replies: { 200: { about: 'A stream that does not end.', mediaType: 'text/event-stream' } },
    faults: ['INVALID_PARAMETER', 'UNSUPPORTED_VERSION'],
  },
];
