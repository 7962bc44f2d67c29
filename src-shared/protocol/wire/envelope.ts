import { z } from 'zod';
import { instant, notificationId, open, optional } from './basics.ts';
import { WireNotification } from './notification.ts';
import { WireError, WireStatusUpdate } from './response.ts';

const beat = open({ timestamp: optional(instant('The server’s time.')) }, 'When it was sent.');

/** A message of the WebSocket stream (section 6.2): a member for each type. */
export const WireEnvelope = z
  .discriminatedUnion('type', [
    open({ type: z.literal('notification'), data: WireNotification }, 'Server to client; upsert by id.'),
    open({ type: z.literal('status_update'), data: WireStatusUpdate }, 'Server to client.'),
    open({ type: z.literal('heartbeat'), data: beat }, 'Server to client, every 30 s.'),
    open({ type: z.literal('error'), data: WireError }, 'Server to client.'),
    open(
      { type: z.literal('acknowledge'), data: open({ notification_id: notificationId() }, 'What the person saw.') },
      'Client to server: the person is aware of it.',
    ),
    open(
      { type: z.literal('heartbeat_ack'), data: optional(z.looseObject({})) },
      'Client to server, at once after every heartbeat; data may be left out (20.10).',
    ),
  ])
  .meta({ id: 'Envelope', description: 'One JSON object per text frame (section 6.2).' });
