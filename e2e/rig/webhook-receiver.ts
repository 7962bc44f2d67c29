import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Delivery = {
  headers: IncomingHttpHeaders;
  raw: Buffer;
  body: Record<string, unknown>;
  repliedWith: number;
};

/** A service's webhook, with the check of the protocol's tutorial: hex HMAC-SHA256 over the raw bytes, in constant time. */
export class WebhookReceiver {
  readonly deliveries: Delivery[] = [];
  /** The shared secret; a delivery with any other signature gets 403, as in the tutorial. */
  secret = '';
  /** Statuses for the next deliveries, used up one by one; after them 200. */
  readonly nextReplies: number[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const receiver = new WebhookReceiver(server, `http://127.0.0.1:${port}/atp/webhook`);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => receiver.receive(request.headers, Buffer.concat(parts), response));
    });
    return receiver;
  }

  private receive(headers: IncomingHttpHeaders, raw: Buffer, response: ServerResponse): void {
    const genuine = isSignedBy(this.secret, raw, String(headers['x-atp-signature'] ?? ''));
    const repliedWith = genuine ? (this.nextReplies.shift() ?? 200) : 403;
    this.deliveries.push({ headers, raw, body: JSON.parse(raw.toString('utf8')), repliedWith });
    response.writeHead(repliedWith, { 'content-type': 'application/json' });
    response.end(JSON.stringify(genuine ? { status: 'success' } : { error: 'Invalid signature' }));
  }

  /** The deliveries about one notification. */
  about(notificationId: string): Delivery[] {
    return this.deliveries.filter((one) => one.body.notification_id === notificationId);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function isSignedBy(secret: string, raw: Buffer, signature: string): boolean {
  const wanted = Buffer.from(createHmac('sha256', secret).update(raw).digest('hex'));
  const given = Buffer.from(signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
