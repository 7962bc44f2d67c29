import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

type Answer = { status: number; body: unknown; headers?: Record<string, string> };
/** `lost`: recorded, then cut before the reply. `cut`: cut, and nothing was recorded. `hung`: silence, nothing was recorded. */
export type ScriptedReply = Answer | 'lost' | 'cut' | 'hung';

/** A server that says what a test tells it to, right or wrong. It lists no notifications unless told otherwise. */
export class ScriptedServer {
  /** Everything the app sent over the stream. */
  readonly heard: string[] = [];
  /** The answers (`POST …/respond`) that arrived, with their idempotency keys. */
  readonly answers: { body: Record<string, unknown>; key: string | undefined; at: number }[] = [];
  /** Replies to the next answers, used up one by one; after them 200. */
  readonly nextReplies: Answer[] = [];
  /** The same for the answers to one notification. */
  readonly repliesTo = new Map<string, ScriptedReply[]>();
  /** What counts: the first answer to each notification that was recorded, with its key (section 16). */
  readonly effects = new Map<string, { body: Record<string, unknown>; key: string }>();
  /** The only token that is good, when there is one; any other gets 401. */
  token: string | undefined;
  /** How often the stream and each path was asked for with a bad token. */
  unauthorized = 0;
  /** The body of `GET …/notifications`; a string is sent as it is. */
  list: unknown = { notifications: [], pagination: { has_more: false, next_cursor: null } };
  /** Replies to the next reads of the list, used up one by one; after them `list`. */
  readonly nextLists: Answer[] = [];
  /** When the list was asked for, in ms. */
  readonly listedAt: number[] = [];
  /** Replies to the next reads of single notifications. */
  readonly nextReads: Answer[] = [];
  /** Bodies of `GET …/notifications/{id}`. */
  readonly one = new Map<string, unknown>();
  readonly streams: WebSocket[] = [];
  /** The sockets under the streams, for bytes that are no frames at all. */
  readonly wires: Duplex[] = [];

  private constructor(
    private readonly server: Server,
    private readonly sockets: WebSocketServer,
    readonly url: string,
  ) {}

  static async start(): Promise<ScriptedServer> {
    const server = createServer();
    const isWelcome = (authorization: string | undefined) => scripted.isGood(authorization);
    const sockets = new WebSocketServer({
      server,
      verifyClient: ({ req }, done) => done(isWelcome(req.headers.authorization), 401),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const scripted = new ScriptedServer(server, sockets, `http://127.0.0.1:${port}`);
    sockets.on('connection', (socket) => {
      scripted.streams.push(socket);
      socket.on('error', () => socket.terminate());
      socket.on('message', (frame) => scripted.heard.push(String(frame)));
    });
    server.on('upgrade', (_request, wire) => scripted.wires.push(wire));
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const key = request.headers['idempotency-key'];
        const { url = '', headers } = request;
        const answer = scripted.isGood(headers.authorization)
          ? scripted.reply(url, Buffer.concat(parts).toString(), String(key ?? ''))
          : { status: 401, body: { code: 'UNAUTHORIZED', message: 'Who are you?', request_id: 'req_e2e' } };
        if (answer === 'hung') return;
        if (typeof answer === 'string') return void request.socket.resetAndDestroy();
        const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(text);
      });
    });
    return scripted;
  }

  private isGood(authorization: string | undefined): boolean {
    const isGood = this.token === undefined || authorization === `Bearer ${this.token}`;
    if (!isGood) this.unauthorized += 1;
    return isGood;
  }

  private reply(url: string, text: string, key: string): ScriptedReply {
    const { pathname } = new URL(url, this.url);
    if (pathname === '/api/v1/health') return { status: 200, body: { status: 'ok', version: '1.0' } };
    if (pathname === '/api/v1/client/notifications') {
      this.listedAt.push(performance.now());
      return this.nextLists.shift() ?? { status: 200, body: this.list };
    }
    if (pathname === '/api/v1/client/respond') {
      const body = JSON.parse(text) as Record<string, unknown>;
      this.answers.push({ body, key: key || undefined, at: performance.now() });
      const told = this.repliesTo.get(String(body.notification_id))?.shift() ?? this.nextReplies.shift();
      return told === undefined || told === 'lost' ? this.record(body, key, told) : told;
    }
    const id = /^\/api\/v1\/client\/notifications\/([^/]+)(\/acknowledge)?$/.exec(pathname);
    if (id?.[2]) {
      const acknowledged = { notification_id: id[1], status: 'acknowledged', timestamp: new Date().toISOString() };
      return { status: 200, body: acknowledged };
    }
    const told = this.nextReads.shift();
    if (told) return told;
    const known = id?.[1] && this.one.get(id[1]);
    if (known) return { status: 200, body: known };
    return { status: 404, body: { code: 'NOTIFICATION_NOT_FOUND', message: 'Not here.', request_id: 'req_e2e' } };
  }

  private record(body: Record<string, unknown>, key: string, told: 'lost' | undefined): ScriptedReply {
    const id = String(body.notification_id);
    const effect = this.effects.get(id);
    if (effect && effect.key !== key) {
      return { status: 409, body: { code: 'NOTIFICATION_ALREADY_RESPONDED', message: 'Too late.', request_id: 'req' } };
    }
    this.effects.set(id, effect ?? { body, key });
    return told ?? { status: 200, body: { ...body, status: 'responded', responded_at: new Date().toISOString() } };
  }

  /** Sends a frame to every open stream, as it is. */
  push(frame: string | Buffer): void {
    for (const stream of this.streams) if (stream.readyState === stream.OPEN) stream.send(frame);
  }

  notify(notification: Record<string, unknown>): void {
    this.one.set(String(notification.id), notification);
    this.push(JSON.stringify({ type: 'notification', data: notification }));
  }

  env(): Record<string, string> {
    return { TRIAGE_SERVER_URL: this.url, TRIAGE_SERVER_TOKEN: 'user_scripted_0123456789abcdef0123456789' };
  }

  async stop(): Promise<void> {
    for (const stream of this.streams) stream.terminate();
    this.sockets.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A question as a server delivers it to a client. */
export function delivered(question: Record<string, unknown>): Record<string, unknown> {
  return { ...question, service: { id: 'scripted', name: 'Scripted Service' }, status: 'delivered' };
}
