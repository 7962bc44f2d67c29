import { z } from 'zod';
import type { Delivery } from '../../store/deliveries.ts';
import type { Store } from '../../store/store.ts';
import type { AttemptOutcome, Way } from '../../webhooks/reach.ts';
import { readTask } from './agent.ts';
import { callAgent } from './rpc.ts';

/** What a stored request says about itself. */
const Request = z.object({ params: z.object({ message: z.object({ messageId: z.string(), taskId: z.string() }) }) });

const accepted = { kind: 'answered', status: 200, retryAfter: undefined, body: Buffer.alloc(0) } as const;

/**
 * Makes one attempt to give an agent its answer. The task is read first: a message that it already has was lost only on its
 * way back, and to a task that no longer waits nothing is said.
 */
export async function answerTask(store: Store, delivery: Delivery, way: Way): Promise<AttemptOutcome> {
  const settings = store.bridges.ofService(delivery.serviceId)?.settings;
  if (settings?.kind !== 'a2a') return { kind: 'refused', message: 'The bridge was removed.' };
  const { messageId, taskId } = Request.parse(JSON.parse(delivery.body.toString('utf8'))).params.message;
  const task = await readTask(settings, taskId, way);
  if (!task.ok) return task.error.outcome;
  const { history, status } = task.value;
  if (history.some((one) => one.messageId === messageId)) return accepted;
  if (status.state !== 'input-required') {
    return { kind: 'refused', message: 'The task no longer waits for an answer.' };
  }
  const sent = await callAgent(settings, delivery.body, way);
  return sent.ok ? accepted : sent.error.outcome;
}
