import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificates.ts';

export type ProxyBehaviour = {
  /** Where a name that only the proxy knows leads: `host:port` to a port of this machine. */
  hosts: Record<string, number>;
  /** The `Proxy-Authorization` it wants. */
  authorization?: string;
  /** Refuses every tunnel with this status. */
  refusesWith?: number;
  /** Takes connections and never says a word. */
  isSilent?: boolean;
};

/** A proxy of the tests: HTTP with forwarding and CONNECT, or SOCKS 4a and 5. What went through it is kept. */
export class TestProxy {
  /** What was asked for, as `CONNECT host:port`, `GET http://host/path` or `SOCKS5 host:port`. */
  readonly seen: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  readonly behaviour: ProxyBehaviour;
  readonly #sockets = new Set<Duplex>();
  #server: TcpServer | undefined;
  port = 0;

  private constructor(behaviour: ProxyBehaviour) {
    this.behaviour = behaviour;
  }

  static async http(behaviour: ProxyBehaviour, certificate?: Certificate): Promise<TestProxy> {
    const proxy = new TestProxy(behaviour);
    const server: Server = certificate ? createSecureServer(certificate) : createServer();
    server.on('request', (incoming, response) => proxy.#forward(incoming, response));
    server.on('connect', (incoming, socket) => proxy.#tunnel(incoming, socket));
    await proxy.#listen(server);
    return proxy;
  }

  static async socks(behaviour: ProxyBehaviour): Promise<TestProxy> {
    const proxy = new TestProxy(behaviour);
    await proxy.#listen(createTcpServer((socket) => void proxy.#socks(socket)));
    return proxy;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Everything that runs through it is cut, and nobody listens any more. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #listen(server: TcpServer): Promise<void> {
    this.#server = server;
    server.on('connection', (socket: Socket) => this.#keep(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #isRefused(incoming: IncomingMessage): number | undefined {
    const authorization = incoming.headers['proxy-authorization'];
    this.authorizations.push(authorization);
    const { behaviour } = this;
    if (behaviour.authorization !== undefined && behaviour.authorization !== authorization) return 407;
    return behaviour.refusesWith;
  }

  #forward(incoming: IncomingMessage, response: ServerResponse): void {
    this.seen.push(`${incoming.method} ${incoming.url}`);
    const refusal = this.#isRefused(incoming);
    const port = this.behaviour.hosts[hostOf(new URL(incoming.url ?? ''))];
    if (refusal !== undefined || port === undefined) {
      response.writeHead(refusal ?? 502).end();
      return;
    }
    const { pathname, search } = new URL(incoming.url ?? '');
    const { method, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, path: pathname + search, method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(response);
    });
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  }

  #tunnel(incoming: IncomingMessage, socket: Duplex): void {
    this.seen.push(`CONNECT ${incoming.url}`);
    if (this.behaviour.isSilent) return;
    const refusal = this.#isRefused(incoming);
    const port = this.behaviour.hosts[incoming.url ?? ''];
    if (refusal !== undefined || port === undefined)
      socket.end(`HTTP/1.1 ${refusal ?? 502} No\r\ncontent-length: 0\r\n\r\n`);
    else this.#join(socket, port, 'HTTP/1.1 200 Connection established\r\n\r\n');
  }

  #join(socket: Duplex, port: number, greeting: string | Buffer): void {
    const onward = connect(port, '127.0.0.1', () => {
      socket.write(greeting);
      socket.pipe(onward).pipe(socket);
    });
    this.#keep(onward);
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    socket.on('error', () => onward.destroy());
  }

  async #socks(socket: Socket): Promise<void> {
    const first = await chunk(socket);
    if (first[0] === 4) this.#socks4(socket, first);
    else await this.#socks5(socket);
  }

  #socks4(socket: Socket, ask: Buffer): void {
    const name = ask.subarray(8).toString().split('\0')[1] ?? '';
    const place = `${name}:${ask.readUInt16BE(2)}`;
    this.seen.push(`SOCKS4 ${place}`);
    const port = this.behaviour.hosts[place];
    if (port === undefined) socket.end(Buffer.from([0, 0x5b, 0, 0, 0, 0, 0, 0]));
    else this.#join(socket, port, Buffer.from([0, 0x5a, 0, 0, 0, 0, 0, 0]));
  }

  async #socks5(socket: Socket): Promise<void> {
    const { authorization } = this.behaviour;
    socket.write(Buffer.from([5, authorization === undefined ? 0 : 2]));
    if (authorization !== undefined) {
      const given = await chunk(socket);
      const nameEnd = 2 + (given[1] ?? 0);
      const pair = `${given.subarray(2, nameEnd)}:${given.subarray(nameEnd + 1)}`;
      this.authorizations.push(pair);
      socket.write(Buffer.from([1, pair === authorization ? 0 : 1]));
    }
    const ask = await chunk(socket);
    const end = 5 + (ask[4] ?? 0);
    const place = ask[3] === 3 ? `${ask.subarray(5, end)}:${ask.readUInt16BE(end)}` : 'an address';
    this.seen.push(`SOCKS5 ${place}`);
    const port = this.behaviour.hosts[place];
    if (port === undefined) socket.end(Buffer.from([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]));
    else this.#join(socket, port, Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
  }
}

/** The next bytes: the small messages of SOCKS come whole over loopback. */
function chunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => socket.once('data', resolve));
}

function hostOf({ hostname, port }: URL): string {
  return `${hostname}:${port || 80}`;
}
