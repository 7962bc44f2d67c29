// @ts-check
import { Unchecked, Unmet } from './expect.mjs';

/** @typedef {import('./expect.mjs').Reply} Reply */
/** @typedef {{ token?: string | undefined, body?: unknown, raw?: string | Buffer, headers?: Record<string, string> }} Options */

const timeoutMs = 10_000;

/** The statuses of every reply, counted for the summary. */
export class Http {
  requests = 0;

  /** @param {string} base */
  constructor(base) {
    this.base = base;
  }

  /**
   * One request. A reply that is not JSON has the body undefined. A 429 ends the rule as not checked.
   * @param {string} method
   * @param {string} path
   * @param {Options} [options]
   * @returns {Promise<Reply>}
   */
  async call(method, path, options = {}) {
    const reply = await this.callEvenLimited(method, path, options);
    if (reply.status !== 429) return reply;
    const wait = reply.headers.get('retry-after');
    throw new Unchecked(`the server’s rate limit is reached (Retry-After: ${wait ?? 'none'})`);
  }

  /**
   * As `call`, where a 429 is a reply like any other.
   * @param {string} method
   * @param {string} path
   * @param {Options} [options]
   * @returns {Promise<Reply>}
   */
  async callEvenLimited(method, path, { token, body, raw, headers = {} } = {}) {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const sent = /** @type {BodyInit | undefined} */ (content);
    this.requests++;
    const reply = await this.reach(method, path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, body: parsed(text) };
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {RequestInit} request
   */
  async reach(method, path, request) {
    try {
      return await fetch(this.base + path, request);
    } catch (error) {
      const why = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error;
      throw new Unmet(`${method} ${path} got no reply: ${why}`);
    }
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
