// @ts-check
import { Unchecked, Unmet } from './expect.mjs';
import { until } from './until.mjs';

/** @typedef {{ id: string | undefined, event: string, data: any }} Event */

/** A connection to `/api/v1/client/events`, read with an HTTP client as section 7 advises. */
export class Events {
  /** @type {Event[]} */
  seen = [];
  #ending = new AbortController();

  /**
   * @param {string} base
   * @param {{ token?: string, query?: Record<string, string>, headers?: Record<string, string> }} options
   */
  async open(base, { token, query = {}, headers = {} }) {
    const url = new URL(`${base}/api/v1/client/events`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    /** @type {Record<string, string>} */
    const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const reply = await fetch(url, {
      headers: { accept: 'text/event-stream', ...bearer, ...headers },
      signal: this.#ending.signal,
    });
    if (reply.status === 429) throw new Unchecked('the user has too many event streams open');
    if (reply.status !== 200 || !reply.body) throw new Unmet(`${reply.status} instead of 200`);
    this.contentType = reply.headers.get('content-type') ?? '';
    void this.#read(reply.body).catch(() => {}); // it ends by being closed
    return this;
  }

  /** @param {ReadableStream<Uint8Array>} body */
  async #read(body) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of body) {
      text += decoder.decode(part, { stream: true }).replaceAll('\r\n', '\n');
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        this.#take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  /** @param {string} block */
  #take(block) {
    /** @type {Record<string, string>} */
    const fields = {};
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (name !== '') fields[name] = name === 'data' && fields.data !== undefined ? `${fields.data}\n${value}` : value;
    }
    if (fields.data === undefined) return;
    this.seen.push({ id: fields.id, event: fields.event ?? 'message', data: parsed(fields.data) });
  }

  /**
   * @param {string} event
   * @param {(data: any) => boolean} wanted
   * @param {number} [timeoutMs]
   */
  event(event, wanted, timeoutMs = 3_000) {
    return until(
      `an event "${event}"`,
      () => this.seen.find((one) => one.event === event && wanted(one.data)),
      timeoutMs,
    );
  }

  close() {
    this.#ending.abort();
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
