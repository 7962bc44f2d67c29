import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Certificate } from './certificates.ts';

/** A server of the tests for HTTP and WebSocket, plain or with a certificate, that keeps whatever reached it. */
export class TestServer {
  /** Every request that arrived, as `METHOD path`, upgrades as `UPGRADE path`. */
  readonly seen: string[] = [];
  readonly tokens: (string | undefined)[] = [];
  connections = 0;
  respond: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"a"}');
  };
  /** Instead of the upgrade, when set. */
  refuseUpgrade: ((socket: Duplex) => void) | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #streams = new WebSocketServer({ noServer: true });
  readonly #server: Server;
  port = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(certificate?: Certificate): Promise<TestServer> {
    const server = new TestServer(certificate ? createSecureServer(certificate) : createServer());
    await server.#listen();
    return server;
  }

  async #listen(): Promise<void> {
    const server = this.#server;
    server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('tlsClientError', () => {});
    server.on('request', (request, response) => {
      this.#note(request.method, request);
      this.respond(request, response);
    });
    server.on('upgrade', (request, socket, head) => {
      this.#note('UPGRADE', request);
      if (this.refuseUpgrade) this.refuseUpgrade(socket);
      else this.#streams.handleUpgrade(request, socket, head, (client) => client.send('hello'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  #note(what: string | undefined, request: IncomingMessage): void {
    this.seen.push(`${what} ${request.url}`);
    this.tokens.push(request.headers.authorization);
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
