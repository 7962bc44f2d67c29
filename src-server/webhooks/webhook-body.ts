import { isObject } from '#shared/protocol/json-shape';
import type { WebhookBody } from '#shared/protocol/webhook';
import type { Answer, StoredNotification } from '../store/notifications.ts';

/** The bytes of a webhook (section 9.2): compact JSON in the order of that section. Made once; every attempt sends these. */
export function webhookBody({ id, body }: Pick<StoredNotification, 'id' | 'body'>, answer: Answer): Buffer {
  const { action_id, response_data, responded_at, responder } = answer;
  const metadata = isObject(body.context.metadata) ? body.context.metadata : {};
  const content: WebhookBody = {
    notification_id: id,
    action_id,
    response_data: response_data ?? null,
    responded_at,
    responder: { id: responder.id, type: responder.type },
    metadata,
  };
  return Buffer.from(JSON.stringify(content), 'utf8');
}
