import { z } from 'zod';
import { Status } from '../lifecycle.ts';
import { WireResponseData } from './action.ts';
import { anything, instant, name, notificationId, open, optional, text } from './basics.ts';

/** Whoever answered (section 13.1). */
export const WireResponder = open(
  { id: name('The user.'), type: z.enum(['human', 'agent']) },
  'Whoever answered; set by the server.',
  'Responder',
);

/** A recorded answer (section 13.1). */
export const WireResponse = open(
  {
    notification_id: notificationId(),
    action_id: name('The action that was picked.'),
    response_data: WireResponseData,
    responded_at: instant('When the server recorded it.'),
    responder: WireResponder,
  },
  'A recorded answer, as the service gets it (section 13.1).',
  'Response',
);

/** The body of a webhook (section 9.2). */
export const WireWebhook = open(
  { ...WireResponse.shape, metadata: optional(anything('A copy of context.metadata.')) },
  'The body of a webhook (section 9.2).',
  'Webhook',
);

/** A change of state (section 13.2). */
export const WireStatusUpdate = open(
  {
    notification_id: notificationId(),
    status: Status.describe('The new state.'),
    reason: optional(z.string(), 'For people.'),
    timestamp: instant('When it changed.'),
  },
  'A change of state (section 13.2).',
  'StatusUpdate',
);

/** The error object, flat (section 14.1). */
export const WireError = open(
  {
    code: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/)
      .describe('Section 14.3; unknown codes are judged by the HTTP status.'),
    message: name('For people.'),
    details: optional(anything('Depends on the code; "path" names the field at fault.')),
    request_id: name('To be named in reports.'),
  },
  'The error object, flat (section 14.1).',
  'Error',
);

/** What a service reads about its notification (section 5.4). */
export const WireServiceStatus = open(
  {
    notification_id: notificationId(),
    status: Status,
    responded: z.boolean(),
    action_id: optional(z.string(), 'Absent until there is an answer, like the three that follow.'),
    response_data: WireResponseData.optional(),
    responded_at: optional(instant('When the server recorded the answer.')),
    responder: optional(WireResponder),
    reason: optional(z.string(), 'An extension: why it was withdrawn.'),
    metadata: optional(anything('A copy of context.metadata.')),
    updated_at: instant('When it came to its status.'),
  },
  'What a service reads about its notification (section 5.4).',
  'NotificationStatus',
);

/** The reply to a send (section 5.3). */
export const WireSendReply = open(
  {
    notification_id: notificationId(),
    status: z.literal('created'),
    estimated_delivery: instant('When it is expected to reach the user.'),
  },
  'The reply to a send (section 5.3).',
  'SendReply',
);

/** The body of a withdrawal and its reply (section 5.5). */
export const WireUpdateRequest = open(
  { status: z.literal('invalidated'), reason: optional(z.string().max(2000), 'Shown to people.') },
  'Withdraws a notification (section 5.5).',
  'UpdateRequest',
);
export const WireUpdateReply = open(
  { notification_id: notificationId(), status: Status, updated_at: instant('When it was withdrawn.') },
  'The reply to a withdrawal (section 5.5).',
  'UpdateReply',
);

/** What a client submits, and the reply (section 5.6). */
export const WireRespondRequest = open(
  {
    notification_id: notificationId(),
    action_id: name('One of the notification’s actions.'),
    response_data: WireResponseData.optional().describe('Required for every type but simple, which takes null.'),
  },
  'An answer (section 5.6).',
  'RespondRequest',
);
export const WireRespondReply = open(
  {
    notification_id: notificationId(),
    action_id: text('The action that was recorded.'),
    status: z.literal('responded'),
    responded_at: instant('When the server recorded it.'),
  },
  'The reply to an answer (section 5.6).',
  'RespondReply',
);
