import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { headers: IncomingHttpHeaders; body: Buffer };

export type Receiver = {
  url: string;
  received: Received[];
  /** Resolves with the delivery number `count` (from 1) once it has come in. */
  delivery(count: number): Promise<Received>;
  stop(): Promise<void>;
};

/** A real HTTP receiver of webhooks. `reply` answers each one; one that does nothing keeps the sender waiting. */
export async function aReceiver(reply: (response: ServerResponse, count: number) => void): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts) });
      reply(response, received.length);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/atp/webhook`,
    received,
    delivery: (count) =>
      new Promise((resolve) => {
        const look = () => {
          const found = received[count - 1];
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
