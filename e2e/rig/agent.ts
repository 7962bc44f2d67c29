import { randomUUID } from 'node:crypto';

export type Reply<T = Record<string, unknown>> = { status: number; headers: Headers; body: T };
export type StatusBody = {
  notification_id: string;
  status: string;
  responded: boolean;
  action_id?: string;
  response_data?: unknown;
  responder?: { id: string; type: string };
};

/** One HTTP call with a JSON body. A reply that is not JSON becomes `{ text }`. */
export async function callJson(
  url: string,
  { method = 'GET', token, body, headers = {} }: CallOptions = {},
): Promise<Reply> {
  const reply = await fetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: parsed(text) };
}
type CallOptions = { method?: string; token?: string; body?: unknown; headers?: Record<string, string> };

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}

/** What a script does that asks questions: it sends, reads the status and withdraws, with the key of a service. */
export class Agent {
  constructor(
    readonly url: string,
    readonly apiKey: string,
  ) {}

  /** Sends a notification that must be accepted, and returns its id. */
  async ask(notification: Record<string, unknown>): Promise<string> {
    const reply = await this.send(notification);
    if (reply.status !== 201) throw new Error(`Not accepted: ${reply.status} ${JSON.stringify(reply.body)}`);
    return String(reply.body.notification_id);
  }

  send(notification: unknown): Promise<Reply> {
    return callJson(`${this.url}/api/v1/notifications`, { method: 'POST', token: this.apiKey, body: notification });
  }

  async status(id: string): Promise<StatusBody> {
    const { body } = await callJson(`${this.url}/api/v1/notifications/${id}`, { token: this.apiKey });
    return body as StatusBody;
  }

  withdraw(id: string, reason?: string): Promise<Reply> {
    const body = { status: 'invalidated', ...(reason === undefined ? {} : { reason }) };
    return callJson(`${this.url}/api/v1/notifications/${id}`, { method: 'PATCH', token: this.apiKey, body });
  }
}

/** A question with one title and some actions, and whatever else a test wants in it. */
export function aQuestion(
  title: string,
  actions: readonly Record<string, unknown>[] = [{ id: 'ok', label: 'Fine by me', response_type: 'simple' }],
  rest: { deadline?: Date; context?: Record<string, unknown> } = {},
): Record<string, unknown> {
  return {
    id: randomUUID(),
    version: '1.0',
    timestamp: new Date().toISOString(),
    ...(rest.deadline ? { deadline: rest.deadline.toISOString() } : {}),
    context: { title, description: `About “${title}”.`, project: 'e2e', ...rest.context },
    actions,
  };
}

export function inSeconds(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000);
}
