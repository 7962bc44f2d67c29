import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AgentCard, type Message, Task, TaskStatusUpdateEvent } from '@a2a-js/sdk';
import { createLegacyAwarePushNotificationSender, LegacyJsonRpcTransportHandler } from '@a2a-js/sdk/compat/v0_3/server';
import {
  AgentEvent,
  type AgentExecutor,
  DefaultRequestHandler,
  InMemoryPushNotificationStore,
  InMemoryTaskStore,
  JsonRpcTransportHandler,
  ServerCallContext,
} from '@a2a-js/sdk/server';

/** What the agent does next: the state it enters and what it says. */
export type Turn = { state: string; says?: string; data?: unknown };

export type Heard = { text: string; taskId: string; contextId: string; messageId: string };

/** A request it got: the method, or GET. */
type Asked = { method: string; version: string | undefined };

export type A2aAgent = Awaited<ReturnType<typeof anA2aAgent>>;

/**
 * A real agent, built with the official SDK, that speaks one wire form. Its first message to a task is the turn to take, as
 * JSON; a later one is kept in `heard` and answered by `next`.
 */
export async function anA2aAgent(dialect: '0.3' | '1.0', card: Record<string, unknown> = {}) {
  const heard: Heard[] = [];
  const asked: Asked[] = [];
  const waiting = new Set<() => void>();
  let next: Turn = { state: 'COMPLETED', says: 'Thanks.' };
  /** Called with each JSON-RPC request; true swallows the reply, as a cable that is pulled after the work was done. */
  let cut: (method: string) => boolean = () => false;

  const executor: AgentExecutor = {
    execute: async ({ userMessage, taskId, contextId, task }, bus) => {
      const text = textOf(userMessage);
      const turn = task ? next : (JSON.parse(text) as Turn);
      bus.publish(AgentEvent.task(task ?? Task.fromJSON({ id: taskId, contextId, ...status('SUBMITTED') })));
      bus.publish(AgentEvent.statusUpdate(TaskStatusUpdateEvent.fromJSON({ taskId, contextId, ...spoken(turn) })));
      bus.finished();
      for (const look of waiting) look();
    },
    cancelTask: async () => {},
  };

  const tasks = new InMemoryTaskStore();
  const pushes = new InMemoryPushNotificationStore();
  const context = () => new ServerCallContext({ requestedVersion: dialect });
  let server: Server;
  let port = 0;
  const base = () => `http://127.0.0.1:${port}`;
  let handler: DefaultRequestHandler;

  const wireCard = () => {
    const common = { name: 'Trip planner', description: 'Plans.', version: '1', skills: [], ...modes };
    const capabilities = { pushNotifications: true, streaming: false };
    if (dialect === '0.3') {
      return {
        ...common,
        capabilities,
        protocolVersion: '0.3.0',
        url: `${base()}/rpc`,
        preferredTransport: 'JSONRPC',
        ...card,
      };
    }
    const supportedInterfaces = [{ url: `${base()}/rpc`, protocolBinding: 'JSONRPC', protocolVersion: '1.0' }];
    return { ...common, capabilities, supportedInterfaces, ...card };
  };

  const up = async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', async () => {
        const version = request.headers['a2a-version'];
        const reply = (value: unknown) => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify(value));
        };
        if (request.method === 'GET') {
          asked.push({ method: `GET ${request.url}`, version: undefined });
          if (request.url === '/.well-known/agent-card.json') return reply(wireCard());
          response.writeHead(404);
          return void response.end();
        }
        const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
        const { message } = body.params as { message?: Omit<Heard, 'text'> & { parts: { text: string }[] } };
        // As it came over the wire: the SDK fills in what a message leaves out.
        const said = message?.taskId ? { ...message, text: message.parts.map(({ text }) => text).join('') } : undefined;
        if (said) heard.push(said);
        asked.push({ method: String(body.method), version: version === undefined ? undefined : String(version) });
        const transport =
          version === '1.0' ? new JsonRpcTransportHandler(handler) : new LegacyJsonRpcTransportHandler(handler);
        const result = await transport.handle(body, context());
        if (cut(String(body.method))) return void request.socket.destroy();
        return reply(result);
      });
    });
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  };
  await up();
  const own = AgentCard.fromJSON({
    name: 'Trip planner',
    capabilities: { pushNotifications: true },
    supportedInterfaces: ['0.3', '1.0'].map((protocolVersion) => ({
      url: `${base()}/rpc`,
      protocolBinding: 'JSONRPC',
      protocolVersion,
    })),
    ...modes,
  });
  const sender = createLegacyAwarePushNotificationSender(pushes);
  handler = new DefaultRequestHandler(own, tasks, executor, undefined, pushes, sender);

  return {
    get url() {
      return base();
    },
    heard,
    asked,
    says: (turn: Turn) => {
      next = turn;
    },
    cutReplies: (when: (method: string) => boolean) => {
      cut = when;
    },
    up,
    down: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
    /** Begins a task, as some other client would, who wants its changes posted to `push`. */
    begin: async (turn: Turn, push?: { url: string; token: string }): Promise<Task> => {
      const message = {
        messageId: randomUUID(),
        role: 'user',
        kind: 'message',
        parts: [{ kind: 'text', text: JSON.stringify(turn) }],
      };
      const configuration = { blocking: true, ...(push ? { pushNotificationConfig: push } : {}) };
      const legacy = { method: 'message/send', params: { message, configuration } };
      const current = {
        method: 'SendMessage',
        params: {
          message: { messageId: message.messageId, role: 'ROLE_USER', parts: [{ text: JSON.stringify(turn) }] },
          configuration: push ? { taskPushNotificationConfig: push } : {},
        },
      };
      const transport =
        dialect === '1.0' ? new JsonRpcTransportHandler(handler) : new LegacyJsonRpcTransportHandler(handler);
      const body = { jsonrpc: '2.0', id: 1, ...(dialect === '1.0' ? current : legacy) };
      const reply = (await transport.handle(body, context())) as { result?: { id?: string; task?: { id: string } } };
      const id = reply.result?.task?.id ?? reply.result?.id;
      const task = id === undefined ? undefined : await tasks.load(id, context());
      if (!task) throw new Error(`The task did not begin: ${JSON.stringify(reply)}`);
      return task;
    },
    /** The task goes on by itself, without telling anybody. */
    move: async (id: string, turn: Turn): Promise<void> => {
      const task = await tasks.load(id, context());
      if (!task) throw new Error('There is no such task.');
      await tasks.save({ ...task, status: Task.fromJSON({ ...spoken(turn) }).status }, context());
    },
    /** Resolves once so many answers have been heard. */
    heardSo: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (heard.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

const modes = { defaultInputModes: ['text/plain'], defaultOutputModes: ['text/plain'] };

function status(state: string, message?: object) {
  const timestamp = new Date(Date.UTC(2026, 0, 15, 9)).toISOString();
  return { status: { state: `TASK_STATE_${state}`, timestamp, ...(message ? { message } : {}) } };
}

function spoken({ state, says, data }: Turn) {
  const parts = [...(says === undefined ? [] : [{ text: says }]), ...(data === undefined ? [] : [{ data }])];
  return status(state, parts.length === 0 ? undefined : { messageId: randomUUID(), role: 'ROLE_AGENT', parts });
}

function textOf({ parts }: Message): string {
  return parts.map(({ content }) => (content?.$case === 'text' ? content.value : '')).join('');
}
