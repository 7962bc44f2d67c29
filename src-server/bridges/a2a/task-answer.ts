import { randomUUID } from 'node:crypto';
import { isObject } from '#shared/protocol/json-shape';
import type { DeliveryOfAnswer } from '../../deliveries/of-answer.ts';
import type { Answer, StoredNotification } from '../../store/notifications.ts';
import type { A2aSettings } from '../settings.ts';
import { messageRequest } from './agent.ts';
import { answerAction } from './task-item.ts';

/** The message that an answer becomes: made once, so that every attempt has the same id. "Got it" goes nowhere. */
export function taskAnswer(
  { endpoint, dialect }: A2aSettings,
  { body }: StoredNotification,
  { action_id, response_data: text }: Answer,
): DeliveryOfAnswer | undefined {
  if (action_id !== answerAction.id || typeof text !== 'string' || !isObject(body.context.metadata)) return undefined;
  const { task_id, context_id } = body.context.metadata;
  const contextId = typeof context_id === 'string' ? context_id : undefined;
  const message = { messageId: randomUUID(), taskId: String(task_id), contextId, text };
  return { kind: 'a2a', target: endpoint, body: messageRequest(dialect, message) };
}
