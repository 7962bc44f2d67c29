import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { WebSocketFrames } from './web-socket-frames.ts';

/** How bytes travel: late, unevenly, slowly, in slices. Zero is "not at all". */
export type Road = { latencyMs: number; jitterMs: number; bytesPerSecond: number; sliceBytes: number };

/** What a new connection meets: the server, a reset, silence, or a captive portal that answers everything with its page. */
export type Door = 'open' | 'reset' | 'silent' | 'portal';

/** What happens to one message of a stream: passed on, lost, doubled, or let in only after so many others. */
export type FrameFate = 'pass' | 'drop' | 'twice' | { after: number };

const openRoad: Road = { latencyMs: 0, jitterMs: 0, bytesPerSecond: 0, sliceBytes: 0 };
const page = '<!doctype html><title>Hotel Wi-Fi</title><form action="/login"><button>Accept</button></form>';
const portal = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\nConnection: close\r\n\r\n${page}`;

/**
 * A network that fails as told, between an engine and a server: on the level of TCP, with a little knowledge of HTTP
 * and of WebSocket frames. `random` (0 to 1) rolls the jitter.
 */
export class FaultProxy {
  road: Road = openRoad;
  door: Door = 'open';
  /** Decides about each message that the server sends over a stream. */
  fateOf: () => FrameFate = () => 'pass';
  /** The first bytes of everything that clients sent while the door was a portal. */
  readonly portalSaw: string[] = [];
  accepted = 0;
  readonly #links = new Set<Link>();
  readonly #server: Server;
  #port = 0;

  private constructor(
    private readonly target: URL,
    private readonly random: () => number,
  ) {
    this.#server = createServer((socket) => this.#take(socket));
  }

  static async before(target: string, random: () => number = () => 0.5): Promise<FaultProxy> {
    const proxy = new FaultProxy(new URL(target), random);
    await proxy.#listen();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Every connection is reset, and new ones are refused until `plugIn`. */
  async pullCable(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.resetAll();
    await closed;
  }

  plugIn(): Promise<void> {
    return this.#listen();
  }

  resetAll(): void {
    for (const link of [...this.#links]) link.reset();
  }

  /** Half-open: what is connected now stays connected, and every byte is swallowed. New connections are well. */
  swallow(): void {
    for (const link of this.#links) link.isDeaf = true;
  }

  async stop(): Promise<void> {
    if (this.#server.listening) await this.pullCable();
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  #take(client: Socket): void {
    this.accepted += 1;
    client.on('error', () => {});
    const { door } = this;
    if (door === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const link = new Link(client);
    this.#links.add(link);
    client.on('close', () => this.#links.delete(link));
    if (door === 'open') {
      const { hostname, port, host } = this.target;
      const ports = { host, road: () => this.road, random: this.random, fateOf: () => this.fateOf() };
      link.open(connect(Number(port), hostname), ports);
    } else {
      client.on('data', (bytes) => {
        if (door === 'silent') return;
        this.portalSaw.push(String(bytes));
        client.end(portal);
      });
    }
  }
}

type LinkPorts = { host: string; road: () => Road; random: () => number; fateOf: () => FrameFate };

/** One connection through the proxy. */
class Link {
  isDeaf = false;
  #server: Socket | undefined;

  constructor(private readonly client: Socket) {}

  open(server: Socket, ports: LinkPorts): void {
    this.#server = server;
    const { client } = this;
    server.on('error', () => {});
    const up = new Lane(server, ports);
    const down = new Lane(client, ports);
    let frames: WebSocketFrames | undefined;
    const queue = new FrameQueue(ports.fateOf);
    client.on('data', (bytes) => {
      if (this.isDeaf) return;
      const head = /^[A-Z]+ \S+ HTTP\/1\.1\r\n/.test(bytes.toString('latin1')) ? bytes.toString('latin1') : undefined;
      if (head && /\r\nupgrade: *websocket\r\n/i.test(head)) frames = new WebSocketFrames();
      // The server answers to its own name only, and an engine calls it by ours.
      up.send(head ? Buffer.from(head.replace(/\r\nhost: *\S+/i, `\r\nHost: ${ports.host}`), 'latin1') : bytes);
    });
    server.on('data', (bytes) => {
      if (this.isDeaf) return;
      if (!frames) down.send(bytes);
      else for (const piece of frames.cut(bytes)) for (const one of queue.next(piece)) down.send(one);
    });
    client.on('end', () => this.isDeaf || up.end());
    server.on('end', () => this.isDeaf || down.end());
    client.on('close', () => server.destroy());
    server.on('close', () => this.isDeaf || down.end());
  }

  reset(): void {
    this.#server?.destroy();
    this.client.resetAndDestroy();
  }
}

/** One direction: bytes come out in order, as late and as thin as the road makes them. */
class Lane {
  #freeAt = 0;

  constructor(
    private readonly to: Socket,
    private readonly ports: LinkPorts,
  ) {}

  send(bytes: Buffer): void {
    const { sliceBytes } = this.ports.road();
    const size = sliceBytes > 0 ? sliceBytes : bytes.length;
    for (let at = 0; at < bytes.length; at += size) {
      const slice = bytes.subarray(at, at + size);
      this.#later(slice.length, () => this.to.writable && this.to.write(slice));
    }
  }

  end(): void {
    this.#later(0, () => this.to.end());
  }

  #later(length: number, run: () => void): void {
    const { latencyMs, jitterMs, bytesPerSecond } = this.ports.road();
    const now = performance.now();
    const travel =
      latencyMs + jitterMs * this.ports.random() + (bytesPerSecond > 0 ? (length / bytesPerSecond) * 1000 : 0);
    const isIdle = this.#freeAt <= now;
    this.#freeAt = Math.max(now + travel, this.#freeAt + (bytesPerSecond > 0 ? (length / bytesPerSecond) * 1000 : 0));
    if (isIdle && travel === 0) run();
    else setTimeout(run, this.#freeAt - now);
  }
}

/** Messages of a stream that are lost, doubled, or overtaken by others. Control frames and the HTTP answer just pass. */
class FrameQueue {
  #held: { bytes: Buffer; left: number }[] = [];

  constructor(private readonly fateOf: () => FrameFate) {}

  next({ bytes, isMessage }: { bytes: Buffer; isMessage: boolean }): Buffer[] {
    if (!isMessage) return [bytes];
    for (const one of this.#held) one.left -= 1;
    const due = this.#held.filter(({ left }) => left <= 0).map((one) => one.bytes);
    this.#held = this.#held.filter(({ left }) => left > 0);
    const fate = this.fateOf();
    if (typeof fate === 'object') {
      this.#held.push({ bytes, left: fate.after });
      return due;
    }
    const own = fate === 'drop' ? [] : fate === 'twice' ? [bytes, bytes] : [bytes];
    return [...own, ...due];
  }
}
