import type { IncomingMessage, ServerResponse } from 'node:http';
import { type VerifyOptions, verifyWebhook, type WebhookAnswer, WebhookError } from './verify.ts';

/** So many answers are remembered, so that a repeated delivery runs nothing twice (section 9.4: at least once). */
const remembered = 10_000;
const maxBodyBytes = 1024 * 1024;

export type WebhookHandlerOptions = Pick<VerifyOptions, 'requireTimestamp' | 'toleranceSeconds'> & {
  secret: string;
  /** Runs once per notification. When it throws, the server is told to deliver again. */
  onAnswer: (answer: WebhookAnswer) => void | Promise<void>;
};

type Verdict = { status: number; body: Record<string, string> };

export type WebhookHandler = {
  /** For servers that speak the web's `Request` and `Response`. */
  fetch(request: Request): Promise<Response>;
  /** For `node:http` and Express; mount it before anything that reads the body (or behind `express.raw()`). */
  node(request: IncomingMessage & { body?: unknown }, response: ServerResponse): Promise<void>;
};

/** Receives answers: checks the signature, runs `onAnswer` once per notification and replies as section 9.4 wants. */
export function createWebhookHandler({ secret, onAnswer, ...verify }: WebhookHandlerOptions): WebhookHandler {
  const done = new Map<string, Promise<void>>();

  async function once(answer: WebhookAnswer): Promise<void> {
    const id = answer.notification_id;
    const running = done.get(id) ?? (async () => onAnswer(answer))();
    done.set(id, running);
    const oldest = done.keys().next().value;
    if (done.size > remembered && oldest !== undefined) done.delete(oldest);
    await running.catch((thrown: unknown) => {
      done.delete(id);
      throw thrown;
    });
  }

  async function receive(body: Uint8Array, headers: Parameters<typeof verifyWebhook>[1]): Promise<Verdict> {
    let answer: WebhookAnswer;
    try {
      answer = verifyWebhook(body, headers, secret, verify);
    } catch (thrown) {
      if (!(thrown instanceof WebhookError)) throw thrown;
      return { status: thrown.code === 'body-malformed' ? 400 : 401, body: { error: thrown.message } };
    }
    try {
      await once(answer);
      return { status: 200, body: { status: 'success' } };
    } catch {
      return { status: 500, body: { error: 'The answer could not be processed.' } };
    }
  }

  return {
    fetch: async (request) => {
      if (request.method !== 'POST') return Response.json({ error: 'Only POST.' }, { status: 405 });
      const body = await limitedBytes(request.body ?? []);
      if (!body) return Response.json({ error: 'The body is too large.' }, { status: 413 });
      const { status, body: told } = await receive(body, request.headers);
      return Response.json(told, { status });
    },
    node: async (request, response) => {
      const bytes = request.body instanceof Uint8Array ? request.body : await limitedBytes(request);
      const verdict =
        request.method !== 'POST'
          ? { status: 405, body: { error: 'Only POST.' } }
          : bytes === undefined
            ? { status: 413, body: { error: 'The body is too large.' } }
            : await receive(bytes, request.headers);
      response.writeHead(verdict.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(verdict.body));
    },
  };
}

async function limitedBytes(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer | undefined> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    size += part.byteLength;
    if (size > maxBodyBytes) return undefined;
    kept.push(part);
  }
  return Buffer.concat(kept);
}
