// @ts-check
import { WebSocket } from 'ws';
import { Unchecked, Unmet } from './expect.mjs';
import { until } from './until.mjs';

/** @typedef {{ type: string, data: any }} Frame */
/** @typedef {{ token?: string | undefined, query?: Record<string, string> }} Connect */

/** A connection to `/api/v1/client/stream` that answers heartbeats as a client must. */
export class Stream {
  /** @type {Frame[]} */
  frames = [];
  /** @type {number | undefined} */
  closeCode = undefined;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.socket = socket;
    socket.on('message', (data) => {
      const frame = parsed(String(data)) ?? { type: 'not JSON', data: String(data) };
      this.frames.push(frame);
      if (frame.type === 'heartbeat') this.send({ type: 'heartbeat_ack', data: {} });
    });
    socket.on('close', (code) => {
      this.closeCode = code;
    });
  }

  /** @param {unknown} message */
  send(message) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /**
   * The first frame, seen or to come, of a type and about a notification.
   * @param {string} type
   * @param {(data: any) => boolean} wanted
   * @param {number} [timeoutMs]
   */
  frame(type, wanted, timeoutMs = 3_000) {
    return until(
      `a frame of type ${type}`,
      () => this.frames.find((one) => one.type === type && wanted(one.data ?? {})),
      timeoutMs,
    );
  }

  /**
   * @param {string} id
   * @param {string} status
   */
  status(id, status) {
    return this.frame('status_update', (data) => data.notification_id === id && data.status === status);
  }

  close() {
    this.socket.terminate();
  }
}

/**
 * Tries to connect: the open stream, or the status and body of the refusal before the upgrade.
 * @param {string} base
 * @param {Connect} options
 * @returns {Promise<Stream | { status: number, headers: Headers, body: any }>}
 */
export function connect(base, { token, query = {} }) {
  const url = new URL(`${base.replace(/^http/, 'ws')}/api/v1/client/stream`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const socket = new WebSocket(url, { headers, handshakeTimeout: 5_000 });
  const stream = new Stream(socket);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(stream));
    socket.once('unexpected-response', (_, reply) => {
      let text = '';
      reply.on('data', (part) => {
        text += part;
      });
      reply.on('end', () => {
        const replyHeaders = new Headers();
        for (const [name, value] of Object.entries(reply.headers)) replyHeaders.set(name, String(value));
        resolve({ status: reply.statusCode ?? 0, headers: replyHeaders, body: parsed(text) });
      });
    });
    socket.on('error', (error) => reject(new Unmet(`the WebSocket failed: ${error.message}`)));
  });
}

/**
 * Connects, or ends the rule.
 * @param {string} base
 * @param {Connect} options
 * @returns {Promise<Stream>}
 */
export async function mustConnect(base, options) {
  const found = await connect(base, options);
  if (found instanceof Stream) return found;
  if (found.status === 429) throw new Unchecked('the user has too many connections open');
  throw new Unmet(`the upgrade was refused: ${found.status} ${found.body?.code ?? ''}`);
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
