import { type BridgeListing, SubscribeRequest } from '#shared/protocol/bridge';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';
import { makeBridgeToken } from '../../keys/service-key.ts';
import type { Desk } from '../../notifications/desk.ts';
import { shapeFault } from '../../services/shape-fault.ts';
import type { Way } from '../../webhooks/reach.ts';
import { intakeUrl } from '../addresses.ts';
import { findBridge } from '../lifecycle.ts';
import { bridgeListing } from '../list.ts';
import { baseUrl } from '../register.ts';
import { subscribe } from './agent.ts';
import { isTaskId } from './push.ts';
import type { TaskWatch } from './watch.ts';

/**
 * Has the agent of a bridge post the changes of one of its tasks here (appendix A.2), with a token of this subscription's own,
 * and reads the task at once. Faults: NOT_FOUND, MALFORMED_REQUEST, CONSTRAINT_VIOLATION with the words of the agent.
 */
export async function subscribeTask(
  desk: Desk,
  watch: TaskWatch,
  { id, body, base }: { id: string; body: unknown; base: string },
  way: Omit<Way, 'now'>,
): Promise<Result<BridgeListing, Fault>> {
  const bridge = findBridge(desk, id);
  if (!bridge.ok) return bridge;
  const { settings, id: bridgeId } = bridge.value;
  const wrong = (path: string, message: string) => fail(fault('CONSTRAINT_VIOLATION', message, { path }));
  if (settings.kind !== 'a2a') return wrong('bridge_id', 'Only A2A agents have tasks.');
  const parsed = SubscribeRequest.safeParse(body);
  if (!parsed.success) return fail(shapeFault(parsed.error));
  const { task_id: taskId, public_url } = parsed.data;
  if (!isTaskId(taskId)) return wrong('task_id', 'The field "task_id" is not the id of a task.');
  const reachedAt = baseUrl(public_url, base);
  if (!reachedAt.ok) return reachedAt;
  const token = makeBridgeToken();
  // It must be known before the agent is: the first call may come before the reply.
  desk.store.bridges.addToken(bridgeId, token, desk.clock.now());
  const url = intakeUrl(reachedAt.value, 'a2a', bridgeId);
  const done = await subscribe(settings, { taskId, url, token }, way);
  if (!done.ok) {
    desk.store.bridges.dropToken(bridgeId, token);
    const { outcome } = done.error;
    return wrong('task_id', outcome.kind === 'answered' ? `The agent said HTTP ${outcome.status}.` : outcome.message);
  }
  if (desk.store.bridges.find(bridgeId)) watch.call(bridge.value, taskId);
  return ok(bridgeListing(desk.store, bridge.value, reachedAt.value));
}
