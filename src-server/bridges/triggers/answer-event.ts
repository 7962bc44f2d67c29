import { isObject } from '#shared/protocol/json-shape';
import type { DeliveryOfAnswer } from '../../deliveries/of-answer.ts';
import type { Answer, StoredNotification } from '../../store/notifications.ts';
import type { TriggerSettings } from '../settings.ts';
import type { TriggerEvent } from './event.ts';
import { actionsFor } from './event-item.ts';

/** Where answers say they come from. */
const source = 'triage_inbox';

/**
 * The event that an answer becomes for the agent that is to go on (appendix B), under the correlation id of the event that
 * asked. Nothing is sent for an event that was only told.
 */
export function answerEvent(
  settings: TriggerSettings,
  { id, body }: StoredNotification,
  { action_id, response_data, responded_at, responder }: Answer,
): DeliveryOfAnswer | undefined {
  const { metadata } = body.context;
  if (settings.answer_url === null || !isObject(metadata)) return undefined;
  const { event_type, correlation_id, source: asked_by } = metadata;
  if (actionsFor(settings, String(event_type)) === undefined) return undefined;
  const event: TriggerEvent = {
    trigger_source: source,
    event_type: `${event_type}_answered`,
    timestamp: responded_at,
    correlation_id: String(correlation_id),
    data: {
      notification_id: id,
      trigger_source: asked_by,
      event_type,
      action_id,
      response_data: response_data ?? null,
      responder,
    },
  };
  return { kind: 'trigger', target: settings.answer_url, body: Buffer.from(JSON.stringify(event), 'utf8') };
}
