import type { Fetch } from '#main/accounts/rest-client';
import type { OpenStream, StreamListeners } from '#main/accounts/stream-socket';
import type { FakeClock } from './fake-clock.ts';
import { aNotification } from './scripted-server.ts';

type Json = Record<string, unknown>;
type Wire = {
  kind: 'websocket' | 'sse';
  isOpened: boolean;
  write: (type: string, data: Json) => void;
  drop: () => void;
};
type Frame = { wire: Wire; type: string; data: Json };

const open = ['created', 'delivered', 'acknowledged'];

/**
 * The truth about some notifications, behind a network that does what a test tells it: what the server pushes lies on
 * the wire until it is delivered, in any order, several times, late or never.
 */
export class ModelServer {
  readonly notifications = new Map<string, Json>();
  readonly wires = new Set<Wire>();
  frames: Frame[] = [];
  isDown = false;
  blocked = new Set<'websocket' | 'sse'>();
  isHalfOpen = false;
  pageSize = 3;
  /** The most lines that were open at once. */
  mostOpened = 0;
  readonly #clock: FakeClock;
  readonly #start: number;

  constructor(clock: FakeClock) {
    this.#clock = clock;
    this.#start = clock.now() - clock.monotonic();
  }

  /** The true time, whatever the client's clock is set to. */
  now(): number {
    return this.#start + this.#clock.monotonic();
  }

  ask(id: string): void {
    this.#put(aNotification(id, { status: 'created', timestamp: new Date(this.now()).toISOString() }));
    this.#push('notification', this.notifications.get(id) ?? {});
  }

  end(id: string, status: string): void {
    const known = this.notifications.get(id);
    if (!known || !open.includes(String(known.status))) return;
    this.#put({ ...known, status });
    this.#push('status_update', { notification_id: id, status, timestamp: new Date(this.now()).toISOString() });
  }

  /** Delivers one frame that lies on a wire; `again`: it stays there and comes once more. */
  deliver(which: number, again: boolean): void {
    const frame = this.frames[which % Math.max(1, this.frames.length)];
    if (!frame) return;
    if (!again) this.frames = this.frames.filter((one) => one !== frame);
    if (!this.isHalfOpen) frame.wire.write(frame.type, frame.data);
  }

  cut(): void {
    for (const wire of [...this.wires]) wire.drop();
  }

  openIds(): string[] {
    return [...this.notifications.values()].flatMap(({ id, status }) =>
      open.includes(String(status)) ? String(id) : [],
    );
  }

  readonly openStream: OpenStream = (_url, _token, listeners) => {
    const wire = this.#wire('websocket', listeners, (type, data) => listeners.frame(JSON.stringify({ type, data })));
    queueMicrotask(() => {
      if (!this.wires.has(wire)) return;
      if (this.isDown) wire.drop();
      else if (this.blocked.has('websocket')) {
        this.wires.delete(wire);
        listeners.closed({ verdict: 'retry', why: 'HTTP 400', answered: true });
      } else this.#opened(wire, listeners.opened);
    });
    return {
      send: () => {},
      ping: () => this.wires.has(wire) && !this.isDown && !this.isHalfOpen && listeners.alive(),
      end: () => void this.wires.delete(wire),
    };
  };

  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    if (this.isDown) throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    if (this.isHalfOpen) return never(init.signal);
    const path = pathname.replace('/api/v1/client', '');
    if (path === '/events') return this.blocked.has('sse') ? this.#reply(404, {}) : this.#events(init.signal);
    if (path === '/notifications') return this.#page(searchParams);
    const found = this.notifications.get(path.split('/')[2] ?? '');
    return found
      ? this.#reply(200, found)
      : this.#reply(404, { code: 'NOTIFICATION_NOT_FOUND', message: '', request_id: '' });
  };

  #events(signal: AbortSignal | null | undefined): Response {
    const encoder = new TextEncoder();
    let end = () => {};
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const write = (text: string) => controller.enqueue(encoder.encode(text));
        const wire: Wire = {
          kind: 'sse',
          isOpened: false,
          write: (type, data) => this.wires.has(wire) && write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`),
          drop: () => end(),
        };
        end = () => {
          if (this.wires.delete(wire)) controller.error(new TypeError('terminated'));
        };
        signal?.addEventListener('abort', end);
        this.wires.add(wire);
        this.#opened(wire, () => write(': open\n\n'));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream', date: this.#date() } });
  }

  #wire(kind: Wire['kind'], listeners: StreamListeners, write: Wire['write']): Wire {
    // What lies on a wire that is no more may still be delivered: a late callback.
    const wire: Wire = { kind, isOpened: false, write, drop: () => {} };
    wire.drop = () => {
      if (this.wires.delete(wire)) listeners.closed({ verdict: 'retry', why: 'cut' });
    };
    this.wires.add(wire);
    return wire;
  }

  #opened(wire: Wire, tell: () => void): void {
    wire.isOpened = true;
    tell();
    this.mostOpened = Math.max(this.mostOpened, [...this.wires].filter((one) => one.isOpened).length);
  }

  #push(type: string, data: Json): void {
    if (this.isDown) return;
    for (const wire of this.wires) if (wire.isOpened) this.frames.push({ wire, type, data });
  }

  #put(notification: Json): void {
    this.notifications.set(String(notification.id), notification);
  }

  #page(query: URLSearchParams): Response {
    const newestFirst = [...this.notifications.values()].toReversed();
    const isListed = ({ status }: Json) => query.get('status') !== 'pending' || open.includes(String(status));
    const all = newestFirst.filter(isListed);
    // A cursor names where the last page ended, as in a real server: what is new in the meantime moves nothing.
    const after = query.get('cursor');
    const from = after === null ? 0 : all.findIndex(({ id }) => order(id) < order(after));
    const page = from === -1 ? [] : all.slice(from, from + this.pageSize);
    const last = page.at(-1);
    const hasMore = last !== undefined && all.indexOf(last) < all.length - 1;
    return this.#reply(200, { notifications: page, pagination: { next_cursor: hasMore ? last.id : null } });
  }

  #reply(status: number, body: Json): Response {
    return new Response(JSON.stringify(body), { status, headers: { date: this.#date() } });
  }

  #date(): string {
    return new Date(this.now()).toUTCString();
  }
}

function order(id: unknown): number {
  return Number(String(id).slice(1));
}

/** A reply that does not come until it is given up. */
function never(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true });
  });
}
