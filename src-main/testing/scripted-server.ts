import type { Fetch } from '#main/accounts/rest-client';
import type { OpenStream, StreamEnd, StreamListeners } from '#main/accounts/stream-socket';
import type { Clock } from '#main/time/clock';

type Json = Record<string, unknown>;
type Refusal = { status: number; body: Json; headers?: Record<string, string> };
type Recorded = { key: string | undefined; body: Json; reply: Json };

/** A question as a server sends it; fields can be changed. */
export function aNotification(id: string, changes: Json = {}): Json {
  return {
    id,
    version: '1.0',
    timestamp: '2026-01-15T08:40:00Z',
    service: { id: 'release-bot', name: 'Release Bot' },
    context: { title: `Question ${id}`, description: 'All checks are green.', metadata: { build: 118 } },
    actions: [
      { id: 'ship', label: 'Ship it', response_type: 'simple' },
      { id: 'wipe', label: 'Wipe it', response_type: 'simple', flags: ['destructive'] },
      {
        id: 'rollout',
        label: 'Partial rollout',
        response_type: 'number',
        constraints: { min: 5, max: 50, step: 5, unit: '%' },
      },
    ],
    status: 'delivered',
    ...changes,
  };
}

/**
 * A server in memory that does what a test tells it: REST and stream of sections 5 and 6, without a network. Each
 * switch stands for one thing that goes wrong out there.
 */
export class ScriptedServer {
  readonly notifications = new Map<string, Json>();
  readonly recorded = new Map<string, Recorded>();
  /** Every request as "METHOD path", in order. */
  readonly requests: string[] = [];
  readonly sent: string[] = [];
  /** Every stream that was ever opened, the newest last. */
  readonly streams: StreamListeners[] = [];
  openStreams = 0;
  isReachable = true;
  /** The link is half open: pings are not answered. */
  swallows = false;
  /** The answer is recorded and then the connection is cut, this many times. */
  losesReplies = 0;
  /** Answers to respond calls before they are looked at, first in, first out. */
  refusals: Refusal[] = [];
  honoursKeys = true;
  /** So many reads of single notifications fail. */
  failsReads = 0;
  /** What the server's clock is ahead of ours, in ms. */
  offsetMs = 0;
  #held: Promise<Refusal | undefined> | undefined;
  /** When the server's own clock stood at nothing; undefined: it goes by the client's, however that is set. */
  timeZeroMs: number | undefined;
  /** What every list is answered with, and what a single notification is; undefined is the truth. */
  listRefusal: { status: number; code: string } | undefined;
  singleReply: () => Response | undefined | Promise<Response | undefined> = () => undefined;
  pageSize = 50;
  /** A list that is not asked for what is open holds everything, the newest first, as the protocol has it. */
  listsWhatEnded = false;
  /** Where events are written that nobody takes over WebSocket (section 7); undefined: there are none. */
  events: { write: (type: string, data: Json) => void; opened: number } | undefined;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ask(notification: Json): void {
    this.notifications.set(String(notification.id), notification);
  }

  /** The next answer takes its time: until the function returned here is called, with a refusal if it is to be one. */
  hold(): (refusal?: Refusal) => void {
    let arrive: (refusal?: Refusal) => void = () => {};
    this.#held = new Promise((resolve) => {
      arrive = resolve;
    });
    return arrive;
  }

  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace('/api/v1', '');
    this.requests.push(`${init.method} ${path}`);
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    if (!this.isReachable) throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    if (path === '/client/respond') await this.#wait();
    if (path === '/client/respond') return this.#respond(JSON.parse(String(init.body)), init.headers as Json);
    if (path === '/client/events' && this.events) return this.#stream(this.events, init.signal);
    if (path === '/client/notifications') {
      const { listRefusal } = this;
      return listRefusal ? this.#refuse(listRefusal.status, listRefusal.code) : this.#page(searchParams);
    }
    if (this.failsReads > 0) {
      this.failsReads -= 1;
      return this.#refuse(503, 'SERVER_UNAVAILABLE');
    }
    const reply = await this.singleReply();
    if (reply) return reply;
    const found = this.notifications.get(decodeURIComponent(path.split('/')[3] ?? ''));
    return found ? this.#reply(200, found) : this.#refuse(404, 'NOTIFICATION_NOT_FOUND');
  };

  readonly openStream: OpenStream = (_url, _token, listeners) => {
    this.streams.push(listeners);
    this.openStreams += 1;
    let isOver = false;
    return {
      send: (text) => this.sent.push(text),
      ping: () => {
        if (!isOver && !this.swallows) listeners.alive();
      },
      end: () => {
        if (!isOver) this.openStreams -= 1;
        isOver = true;
      },
    };
  };

  get stream(): StreamListeners {
    const newest = this.streams.at(-1);
    if (!newest) throw new Error('No stream was opened.');
    return newest;
  }

  push(type: string, data: Json): void {
    this.stream.frame(JSON.stringify({ type, data }));
  }

  cut(end: StreamEnd = { verdict: 'retry', why: 'cut' }): void {
    this.stream.closed(end);
  }

  /** Another client answers. */
  answerElsewhere(id: string, action: string, data: unknown, who = 'user_42'): void {
    const response = {
      notification_id: id,
      action_id: action,
      response_data: data,
      responded_at: new Date(this.#clock.now()).toISOString(),
      responder: { id: who, type: 'human' },
    };
    this.ask({ ...this.notifications.get(id), status: 'responded', response });
  }

  #respond(body: Json, headers: Json): Response {
    const refusal = this.refusals.shift();
    if (refusal) return this.#reply(refusal.status, refusal.body, refusal.headers);
    const id = String(body.notification_id);
    const key = headers['Idempotency-Key'] as string | undefined;
    const before = this.recorded.get(id);
    if (before && this.honoursKeys && before.key === key) return this.#reply(200, before.reply);
    const notification = this.notifications.get(id);
    if (!notification) return this.#refuse(404, 'NOTIFICATION_NOT_FOUND');
    if (notification.status === 'responded') return this.#refuse(409, 'NOTIFICATION_ALREADY_RESPONDED');
    const { deadline } = notification;
    const isLate = typeof deadline === 'string' && this.#clock.now() + this.offsetMs >= Date.parse(deadline);
    if (isLate || notification.status === 'expired') return this.#refuse(409, 'NOTIFICATION_EXPIRED');
    this.answerElsewhere(id, String(body.action_id), body.response_data, 'me');
    const responded_at = new Date(this.#clock.now()).toISOString();
    const reply = { notification_id: id, action_id: body.action_id, status: 'responded', responded_at };
    this.recorded.set(id, { key, body, reply });
    if (this.losesReplies > 0) {
      this.losesReplies -= 1;
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
    }
    return this.#reply(200, reply);
  }

  async #wait(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    const refusal = await held;
    if (refusal) this.refusals.unshift(refusal);
  }

  #page(query: URLSearchParams): Response {
    const isAll = this.listsWhatEnded && !query.has('status');
    const known = [...this.notifications.values()];
    const open = isAll
      ? known.toReversed()
      : known.filter(({ status }) => ['created', 'delivered', 'acknowledged'].includes(String(status)));
    const from = Number(query.get('cursor') ?? 0);
    const until = from + this.pageSize;
    const pagination = { next_cursor: until < open.length ? String(until) : null, has_more: until < open.length };
    return this.#reply(200, { notifications: open.slice(from, until), pagination });
  }

  #stream(events: NonNullable<ScriptedServer['events']>, signal: AbortSignal | null | undefined): Response {
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        events.write = (type, data) => {
          if (!signal?.aborted) controller.enqueue(encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`));
        };
        signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
      },
    });
    events.opened += 1;
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  #refuse(status: number, code: string): Response {
    return this.#reply(status, { code, message: `Refused: ${code}.`, request_id: 'req_1' });
  }

  #reply(status: number, body: Json, headers: Record<string, string> = {}): Response {
    const now = this.timeZeroMs === undefined ? this.#clock.now() : this.timeZeroMs + this.#clock.monotonic();
    const date = new Date(now + this.offsetMs).toUTCString();
    return new Response(JSON.stringify(body), {
      status,
      headers: { date, 'content-type': 'application/json', ...headers },
    });
  }
}
