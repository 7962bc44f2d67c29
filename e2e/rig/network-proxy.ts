import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** What the network does to a request: nothing, swallow it, or lose the reply although the server got it. */
export type Weather = 'clear' | 'swallow' | 'lose-reply' | 'refuse';

/** The network between the app and a server, with weather that a test makes. */
export class NetworkProxy {
  /** The weather for answers (`POST …/respond`), and for everything else, the stream included. */
  answers: Weather = 'clear';
  /** What reached the proxy, as `METHOD path`. */
  readonly seen: string[] = [];
  /** The idempotency key of each answer that reached the proxy. */
  readonly answerKeys: (string | undefined)[] = [];
  private readonly sockets = new Set<Socket>();
  private others: 'clear' | 'refuse' = 'clear';

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    readonly url: string,
  ) {}

  /** With a certificate (PEM) it speaks TLS, as a server's front does. */
  static async before(target: string, certificate?: { cert: string; key: string }): Promise<NetworkProxy> {
    const server = certificate ? createSecureServer(certificate) : createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const proxy = new NetworkProxy(server, new URL(target), `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`);
    server.on('connection', (socket: Socket) => {
      proxy.sockets.add(socket);
      socket.on('close', () => proxy.sockets.delete(socket));
    });
    server.on('request', (incoming, response) => proxy.forward(incoming, response));
    server.on('upgrade', (incoming, socket, head) => proxy.tunnel(incoming, socket, head));
    return proxy;
  }

  /** Pulls the cable: every connection drops and new ones are refused until `plugIn`. */
  pullCable(): void {
    this.others = 'refuse';
    for (const socket of this.sockets) socket.destroy();
  }

  plugIn(): void {
    this.others = 'clear';
  }

  answersSeen(): number {
    return this.answerKeys.length;
  }

  private forward(incoming: IncomingMessage, response: ServerResponse): void {
    this.seen.push(`${incoming.method} ${incoming.url}`);
    const isAnswer = incoming.url === '/api/v1/client/respond';
    if (isAnswer) this.answerKeys.push(incoming.headers['idempotency-key']?.toString());
    const weather = this.others === 'refuse' ? 'refuse' : isAnswer ? this.answers : 'clear';
    if (weather === 'refuse') incoming.socket.destroy();
    if (weather === 'refuse' || weather === 'swallow') return;
    const headers = { ...incoming.headers, host: this.target.host };
    const { hostname, port } = this.target;
    const onward = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (reply) => {
      if (weather === 'lose-reply') {
        reply.resume();
        reply.on('end', () => incoming.socket.destroy());
        return;
      }
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  }

  private tunnel(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.seen.push(`UPGRADE ${incoming.url}`);
    if (this.others === 'refuse') {
      socket.destroy();
      return;
    }
    const onward = connect(Number(this.target.port), this.target.hostname, () => {
      const lines = Object.entries({ ...incoming.headers, host: this.target.host }).map(([k, v]) => `${k}: ${v}`);
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    socket.on('close', () => onward.destroy());
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
