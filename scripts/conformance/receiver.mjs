// @ts-check
import { createServer } from 'node:http';
import { until } from './until.mjs';

/** @typedef {{ at: number, headers: import('node:http').IncomingHttpHeaders, raw: Buffer, body: any }} Delivery */

/** The webhook address of the suite's services, on loopback. It accepts everything unless told otherwise. */
export class Receiver {
  url = '';
  /** @type {Delivery[]} */
  deliveries = [];
  /** @type {Map<string, number[]>} */
  #replies = new Map();
  #server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts);
      const body = parsed(raw);
      this.deliveries.push({ at: Date.now(), headers: request.headers, raw, body });
      const status = this.#replies.get(body?.notification_id)?.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: `${this.url}/elsewhere` } : {});
      response.end(JSON.stringify({ status: 'success' }));
    });
  });

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The receiver has no address.');
    this.url = `http://127.0.0.1:${address.port}/conformance`;
  }

  /**
   * What the next deliveries of a notification are answered with; after that 200.
   * @param {string} id
   * @param {...number} statuses
   */
  replyTo(id, ...statuses) {
    this.#replies.set(id, statuses);
  }

  /** @param {string} id */
  of(id) {
    return this.deliveries.filter((one) => one.body?.notification_id === id);
  }

  /**
   * The delivery number `count` of a notification.
   * @param {string} id
   * @param {number} [count]
   * @param {number} [timeoutMs]
   * @returns {Promise<Delivery>}
   */
  delivery(id, count = 1, timeoutMs = 5_000) {
    return until(`webhook ${count} of the notification`, () => this.of(id)[count - 1], timeoutMs);
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** @param {Buffer} raw */
function parsed(raw) {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
