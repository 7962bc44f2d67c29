import { z } from 'zod';
import { maxAttachments } from '../attachment-rules.ts';
import { Status } from '../lifecycle.ts';
import { WireAction } from './action.ts';
import { anything, instant, name, notificationId, open, optional, text, url } from './basics.ts';
import { WireResponse, WireStatusUpdate } from './response.ts';
import { WireResume } from './resume.ts';

/** Who asks (section 10). */
export const WireService = open(
  {
    id: name('The service_id of the registration.'),
    name: text('Shown to people.'),
    icon: optional(url('A picture.')),
  },
  'Who asks (section 10).',
  'Service',
);

/** Evidence sent along: exactly one of `uri` and `data` (sections 10 and 18). */
export const WireAttachment = open(
  {
    type: text('A MIME type.'),
    description: optional(z.string(), 'A caption.'),
    uri: optional(z.string().meta({ format: 'uri' }), 'Where the content is.'),
    data: optional(z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/), 'The content itself, Base64 with padding.'),
  },
  'Evidence: exactly one of uri and data (section 18).',
).meta({
  id: 'Attachment',
  oneOf: [
    { required: ['uri'], properties: { uri: { type: 'string' } } },
    { required: ['data'], properties: { data: { type: 'string' } } },
  ],
});

/** What the decision is about (section 10). */
export const WireContext = open(
  {
    title: z.string().regex(/\S/).describe('The decision in one line.'),
    description: text('The explanation; may be empty. Plain text that a client may render as Markdown without HTML.'),
    project: optional(z.string(), 'Groups notifications.'),
    metadata: optional(anything('Any JSON.')),
    attachments: optional(z.array(WireAttachment).max(maxAttachments)),
  },
  'What the decision is about (section 10).',
  'Context',
);

const version = z.string().regex(/^1(\.|$)/);
const actions = z.array(WireAction).min(1).describe('The person picks exactly one.');

/** A notification as a server gives it to clients (section 10). */
export const WireNotification = open(
  {
    id: notificationId(),
    version: version.describe('The protocol version, currently "1.0".'),
    timestamp: instant('When it was made.'),
    deadline: optional(instant('When it expires; without one it never does.')),
    service: WireService,
    context: WireContext,
    actions,
    status: Status.describe('Where it is in its life (section 2.1).'),
    response: optional(WireResponse, 'The recorded answer (resolution 20.26, optional).'),
    status_update: optional(WireStatusUpdate, 'An extension: the change that brought it to its status.'),
  },
  'A notification as clients get it (section 10).',
  'Notification',
);

/** What a service sends (section 5.3): the server supplies the rest. */
export const WireNotificationToSend = open(
  {
    id: optional(notificationId(), 'The idempotency key (section 16); made by the server when absent.'),
    version: optional(version, 'Default "1.0".'),
    timestamp: optional(instant('Default: now.')),
    deadline: optional(instant('In the future.')),
    context: WireContext,
    actions,
    status: optional(z.literal('created'), 'May be left out.'),
    service: optional(open({ id: optional(z.string()) }, 'If it is there, the id is the sender’s own.')),
    priority: optional(z.string(), 'A hint: low, normal, high, urgent (section 19).'),
    resume: optional(WireResume),
    recipients: optional(
      z.array(z.string()).min(1).max(100),
      'An extension: the users who may see it; without it every user does.',
    ),
  },
  'What a service sends (sections 5.3 and 10). Tolerated too: the flat form with title, description, project, metadata and attachments at the top (section 19), times without offset (UTC), and DATETIME in any case.',
  'NotificationToSend',
);
