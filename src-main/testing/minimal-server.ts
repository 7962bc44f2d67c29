import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

type Json = Record<string, unknown>;

/** What a conforming server may or may not have: each of these is optional in the protocol or left open by it. */
export type Habits = {
  /** Answers the WebSocket upgrade with this HTTP status, as a proxy does that lets none through. */
  refusesUpgradesWith?: number;
  /** Answers everything with a web page, as a hotel's network does before one has logged in. */
  isPortal?: boolean;
  /** Serves `GET /client/events` (section 7). */
  hasEvents?: boolean;
  /** How a page names the next one; left out, there are no pages and no `pagination`. */
  pages?: { size: number; cursorOf: (next: number | undefined) => string | null };
};

export const minimalToken = 'user_token_of_a_foreign_server';

/**
 * Another server than ours, as small as the protocol allows: list, get, respond and stream (sections 5 to 8), nothing of
 * what we added. It knows no `status=pending`, no idempotency key, no acknowledge, no health, no `response` or
 * `status_update` in a notification, sends no heartbeat, and answers everything else with a bare 404.
 */
export class MinimalServer {
  readonly notifications = new Map<string, Json>();
  readonly answers: Json[] = [];
  readonly requests: string[] = [];
  habits: Habits = {};
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #events = new Set<ServerResponse>();
  #eventId = 0;

  private constructor() {
    this.#http = createServer((request, response) => void this.#serve(request, response));
    this.#http.on('upgrade', (request, socket, head) => {
      this.requests.push(`UPGRADE ${request.url}`);
      const status = isAllowed(request) ? this.habits.refusesUpgradesWith : 401;
      if (this.habits.isPortal) socket.end(`HTTP/1.1 200 OK\r\n${portalHead}\r\n\r\n${portalPage}`);
      else if (status !== undefined) socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      else this.#sockets.handleUpgrade(request, socket, head, () => {});
    });
  }

  static async start(habits: Habits = {}, port = 0): Promise<MinimalServer> {
    const server = new MinimalServer();
    server.habits = habits;
    await new Promise<void>((resolve) => server.#http.listen(port, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** How many streams are open, and of which kind. */
  get streams(): { websocket: number; sse: number } {
    return { websocket: this.#sockets.clients.size, sse: this.#events.size };
  }

  /** A service asks: it is stored and told. */
  ask(notification: Json): void {
    this.notifications.set(String(notification.id), notification);
    this.tell('notification', notification);
  }

  tell(type: string, data: Json): void {
    for (const socket of this.#sockets.clients) socket.send(JSON.stringify({ type, data }));
    for (const response of this.#events) {
      response.write(`id: ${++this.#eventId}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }

  /** Every connection drops. */
  cut(): void {
    for (const socket of this.#sockets.clients as Set<WebSocket>) socket.terminate();
    this.#http.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://server');
    const path = pathname.replace('/api/v1/client', '');
    this.requests.push(`${request.method} ${path}`);
    if (this.habits.isPortal) return page(response);
    if (!isAllowed(request)) return refuse(response, 401, 'AUTH_INVALID_TOKEN');
    if (path === '/notifications') return this.#list(searchParams, response);
    if (path === '/respond') return this.#respond(JSON.parse(await textOf(request)) as Json, response);
    if (path === '/events' && this.habits.hasEvents) return this.#stream(request, response);
    const known = this.notifications.get(decodeURIComponent(/^\/notifications\/([^/]+)$/.exec(path)?.[1] ?? ''));
    if (known) return reply(response, 200, known);
    if (path.startsWith('/notifications/')) return refuse(response, 404, 'NOTIFICATION_NOT_FOUND');
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  }

  #list(query: URLSearchParams, response: ServerResponse) {
    if (query.get('status') === 'pending') return refuse(response, 400, 'INVALID_PARAMETER');
    const all = [...this.notifications.values()];
    const { pages } = this.habits;
    if (!pages) return reply(response, 200, { notifications: all });
    const from = Number(/\d+/.exec(query.get('cursor') ?? '0')?.[0] ?? 0);
    const next = from + pages.size < all.length ? from + pages.size : undefined;
    const pagination = { next_cursor: pages.cursorOf(next) };
    reply(response, 200, { notifications: all.slice(from, from + pages.size), pagination });
  }

  #respond({ notification_id, action_id, response_data }: Json, response: ServerResponse) {
    const asked = this.notifications.get(String(notification_id));
    if (!asked) return refuse(response, 404, 'NOTIFICATION_NOT_FOUND');
    if (asked.status === 'responded') return refuse(response, 409, 'NOTIFICATION_ALREADY_RESPONDED');
    this.answers.push({ notification_id, action_id, response_data });
    this.notifications.set(String(notification_id), { ...asked, status: 'responded' });
    const timestamp = new Date().toISOString();
    this.tell('status_update', { notification_id, status: 'responded', timestamp });
    reply(response, 200, { notification_id, action_id, status: 'responded', responded_at: timestamp });
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(`EVENTS after ${request.headers['last-event-id'] ?? 'nothing'}`);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
    this.#events.add(response);
    response.on('close', () => this.#events.delete(response));
  }
}

function isAllowed({ headers, url }: IncomingMessage): boolean {
  return headers.authorization === `Bearer ${minimalToken}` && !url?.includes(minimalToken);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function reply(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const portalPage = '<html><body>Welcome to the hotel. Please log in.</body></html>';
const portalHead = `content-type: text/html\r\ncontent-length: ${portalPage.length}`;

function page(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' }).end(portalPage);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  reply(response, status, { code, message: `No: ${code}.`, request_id: 'req_minimal' });
}
