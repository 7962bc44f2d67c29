// @ts-check
import { randomBytes, randomUUID } from 'node:crypto';
import { Events } from './events.mjs';
import { mustBeStatus, Unchecked, Unmet } from './expect.mjs';
import { Http } from './http.mjs';
import { Receiver } from './receiver.mjs';
import { connect, mustConnect } from './stream.mjs';
import { until } from './until.mjs';

/**
 * @typedef {import('./expect.mjs').Reply} Reply
 * @typedef {{ id: string, key: string, secret: string, sentSecret: string | undefined, reply: Reply }} Service
 * @typedef {{ url: string, adminToken: string, userToken: string | undefined }} Target
 */

/** Some action to answer with when a rule is not about actions. */
export const okay = { id: 'ok', label: 'Fine', response_type: 'simple' };

/** @typedef {'plain' | 'second' | 'other'} Asker */

/** The server under test and what the suite has on it: services of its own, one project, one receiver of webhooks. */
export class World {
  receiver = new Receiver();
  /** The service that sends when a rule names none. @type {Asker} */
  asker = 'plain';
  /** Sets the notifications of this run apart from all others. */
  project = `conformance-${randomUUID()}`;
  /** @type {{ id: string, key: string }[]} */
  #sent = [];
  /** @type {{ close(): void }[]} */
  #open = [];
  /** @type {Map<string, Promise<Service>>} */
  #services = new Map();

  /** @param {Target} target */
  constructor({ url, adminToken, userToken }) {
    this.url = url.replace(/\/+$/, '');
    this.adminToken = adminToken;
    this.userToken = userToken;
    this.http = new Http(this.url);
  }

  /** The service most rules use. Its secret is ours and its signatures are plain. */
  get plain() {
    return this.#service('plain', { webhook_secret: randomBytes(24).toString('hex') });
  }

  /** Leaves its secret to the server and wants signatures with a time. */
  get timed() {
    return this.#service('timed', { signature_scheme: 't_v1', icon_url: 'https://example.com/icon.png' });
  }

  /** Takes turns with the plain one: section 15 allows each service a hundred sends a minute. */
  get second() {
    return this.#service('second', { webhook_secret: randomBytes(24).toString('hex') });
  }

  /** Somebody else, for what is nobody else's business. */
  get other() {
    return this.#service('other', { webhook_secret: randomBytes(24).toString('hex') });
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} fields
   * @returns {Promise<Service>}
   */
  #service(name, fields) {
    const known = this.#services.get(name) ?? this.#register(name, fields);
    this.#services.set(name, known);
    return known;
  }

  /** Whether the server takes a webhook address on loopback; known once a service was registered. */
  hasReceiver = true;

  /**
   * @param {string} name
   * @param {Record<string, unknown>} fields
   */
  async #register(name, fields) {
    const body = this.registration({ name: `Conformance ${name} ${this.project}`, ...fields });
    let reply = await this.admin('POST', '/api/v1/services', body);
    if (reply.status === 400 && reply.body?.code === 'INVALID_CALLBACK_URL') {
      this.hasReceiver = false;
      reply = await this.admin('POST', '/api/v1/services', {
        ...body,
        callback_url: 'https://example.com/conformance',
      });
    }
    mustBeStatus(reply, 201);
    const { service_id: id, api_key: key, webhook_secret: secret } = reply.body;
    const given = fields.webhook_secret;
    return { id, key, secret, sentSecret: typeof given === 'string' ? given : undefined, reply };
  }

  /** @param {Record<string, unknown>} [fields] */
  registration(fields = {}) {
    const callback_url = this.hasReceiver ? this.receiver.url : 'https://example.com/conformance';
    return { name: `Conformance ${randomUUID()}`, description: 'A conformance test.', callback_url, ...fields };
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  admin(method, path, body) {
    return this.http.call(method, path, { token: this.adminToken, body });
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @param {Record<string, string>} [headers]
   */
  user(method, path, body, headers = {}) {
    return this.http.call(method, path, { token: this.userToken, body, headers });
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @param {Service} [service] by default the asker
   */
  async agent(method, path, body, service) {
    const { key } = service ?? (await this[this.asker]);
    return this.http.call(method, path, { token: key, body });
  }

  /** @param {Record<string, unknown>} [fields] */
  notification({ context = {}, ...fields } = {}) {
    const about = { title: 'Conformance', description: 'Please ignore.', project: this.project };
    const whole = context === null ? undefined : { ...about, .../** @type {object} */ (context) };
    return { id: randomUUID(), context: whole, actions: [okay], ...fields };
  }

  /**
   * Posts a body as it is and remembers to withdraw what comes of it.
   * @param {any} body
   * @param {Service} [service]
   */
  async post(body, service) {
    const { key } = service ?? (await this[this.asker]);
    const reply = await this.http.call('POST', '/api/v1/notifications', { token: key, body });
    if (reply.status === 201) this.#sent.push({ id: reply.body?.notification_id, key });
    return reply;
  }

  /**
   * Sends a notification that must be accepted; returns its id.
   * @param {Record<string, unknown>} [fields]
   * @param {Service} [service]
   * @returns {Promise<string>}
   */
  async send(fields, service) {
    const reply = await this.post(this.notification(fields), service);
    mustBeStatus(reply, 201);
    return reply.body.notification_id;
  }

  /**
   * @param {string} id
   * @param {string} [actionId]
   * @param {unknown} [data]
   * @param {Record<string, string>} [headers]
   */
  answer(id, actionId = 'ok', data = null, headers = {}) {
    const body = { notification_id: id, action_id: actionId, response_data: data };
    return this.user('POST', '/api/v1/client/respond', body, headers);
  }

  /**
   * @param {string} id
   * @param {unknown} [reason]
   * @param {Service} [service]
   */
  withdraw(id, reason, service) {
    return this.agent('PATCH', `/api/v1/notifications/${id}`, { status: 'invalidated', reason }, service);
  }

  /**
   * What the service reads about its notification.
   * @param {string} id
   * @param {Service} [service]
   */
  async status(id, service) {
    const reply = await this.agent('GET', `/api/v1/notifications/${id}`, undefined, service);
    mustBeStatus(reply, 200);
    return reply.body;
  }

  /**
   * @param {string} id
   * @param {string} wanted
   * @param {number} [timeoutMs]
   */
  reached(id, wanted, timeoutMs) {
    return until(`the status ${wanted}`, async () => (await this.status(id)).status === wanted, timeoutMs);
  }

  /** @param {string} id */
  async read(id) {
    const reply = await this.user('GET', `/api/v1/client/notifications/${id}`);
    mustBeStatus(reply, 200);
    return reply.body;
  }

  /** @param {Record<string, string | number>} query */
  async list(query) {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const reply = await this.user('GET', `/api/v1/client/notifications?${search}`);
    mustBeStatus(reply, 200);
    return reply.body;
  }

  /** @param {import('./stream.mjs').Connect} [options] */
  async stream(options = { token: this.userToken }) {
    const stream = await mustConnect(this.url, options);
    this.#open.push(stream);
    return stream;
  }

  /** @param {import('./stream.mjs').Connect} options */
  async tryStream(options) {
    const found = await connect(this.url, options);
    if ('close' in found) this.#open.push(found);
    return found;
  }

  /** @param {{ query?: Record<string, string>, headers?: Record<string, string>, token?: string }} [options] */
  async events(options = {}) {
    const token = options.token ?? this.userToken;
    const withToken = options.query?.token !== undefined || token === undefined ? {} : { token };
    const events = await new Events().open(this.url, { ...options, ...withToken });
    this.#open.push(events);
    return events;
  }

  /** Ends the rule when answers cannot reach this machine. */
  async mustHaveReceiver() {
    await this.plain;
    if (!this.hasReceiver) throw new Unchecked('the server does not post to http on loopback');
  }

  /** Closes what a rule left open. */
  hangUp() {
    for (const one of this.#open.splice(0)) one.close();
  }

  /** Withdraws what nobody answered, so that no person finds it in their inbox. */
  async leave() {
    this.hangUp();
    for (const { id, key } of this.#sent) {
      const body = { status: 'invalidated', reason: 'The conformance test is over.' };
      await this.http.callEvenLimited('PATCH', `/api/v1/notifications/${id}`, { token: key, body }).catch(ignore);
    }
    this.receiver.stop();
  }
}

/** @param {unknown} error the server may be gone by now, which the rules have said */
function ignore(error) {
  if (!(error instanceof Unmet)) throw error;
}
