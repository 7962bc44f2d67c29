import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '#shared/result';
import type { Way } from '../../webhooks/reach.ts';
import type { A2aSettings, Dialect } from '../settings.ts';
import { callAgent, type RpcFailure, rpcRequest } from './rpc.ts';
import { Task } from './task.ts';

/** As much of a task's history is asked for: enough to find an answer that was just sent. */
const historyLength = 20;

type Agent = Pick<A2aSettings, 'endpoint' | 'dialect'>;

const methods: Record<Dialect, Record<'read' | 'send' | 'subscribe', string>> = {
  '0.3': { read: 'tasks/get', send: 'message/send', subscribe: 'tasks/pushNotificationConfig/set' },
  '1.0': { read: 'GetTask', send: 'SendMessage', subscribe: 'CreateTaskPushNotificationConfig' },
};

/** Reads a task from its agent (`tasks/get`). */
export async function readTask(agent: Agent, id: string, way: Omit<Way, 'now'>): Promise<Result<Task, RpcFailure>> {
  const reply = await callAgent(
    agent,
    rpcRequest(randomUUID(), methods[agent.dialect].read, { id, historyLength }),
    way,
  );
  if (!reply.ok) return reply;
  const task = Task.safeParse(reply.value);
  if (task.success && task.data.id === id) return ok(task.data);
  const outcome = { kind: 'failed', message: 'The reply holds no such task.' } as const;
  return fail({ unknownTask: false, outcome });
}

/** Has an agent post the changes of a task to `url` with `token` (appendix A.2). */
export function subscribe(
  agent: Agent,
  { taskId, url, token }: { taskId: string; url: string; token: string },
  way: Omit<Way, 'now'>,
): Promise<Result<unknown, RpcFailure>> {
  const config = { id: randomUUID(), url, token };
  const params = agent.dialect === '1.0' ? { taskId, ...config } : { taskId, pushNotificationConfig: config };
  return callAgent(agent, rpcRequest(config.id, methods[agent.dialect].subscribe, params), way);
}

export type TextMessage = { messageId: string; taskId: string; contextId: string | undefined; text: string };

/** The request that says `text` to a task (appendix A.5), without waiting for what the agent makes of it. */
export function messageRequest(dialect: Dialect, { messageId, taskId, contextId, text }: TextMessage): Buffer {
  const ids = { messageId, taskId, ...(contextId === undefined ? {} : { contextId }) };
  const params =
    dialect === '1.0'
      ? { message: { ...ids, role: 'ROLE_USER', parts: [{ text }] }, configuration: { returnImmediately: true } }
      : {
          message: { kind: 'message', ...ids, role: 'user', parts: [{ kind: 'text', text }] },
          configuration: { blocking: false },
        };
  return rpcRequest(messageId, methods[dialect].send, params);
}
