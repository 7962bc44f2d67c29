import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import {
  type Connection,
  type ConnectionEffect,
  type ConnectionEvent,
  stepConnection,
  stopped,
  viewOfConnection,
} from '#shared/connection/connection';
import type { AccountLink } from '#shared/inbox/app-state';
import type { AccountId } from '#shared/inbox/item-key';
import { writeEnvelope } from '#shared/protocol/envelope';
import type { NotificationId } from '#shared/protocol/ids';
import { fail, unreachable } from '#shared/result';
import { catchUp, readAgain } from './catch-up.ts';
import { readFrame } from './frames.ts';
import type { ItemSink } from './item-sink.ts';
import { type Fetch, RestClient, type RestFailure, type RestResult } from './rest-client.ts';
import { ServerClock } from './server-clock.ts';
import type { OpenStream, StreamSocket } from './stream-socket.ts';

/** Where a server is and who we are there. */
export type Endpoint = { url: string; token: string };

export type AccountPorts = {
  clock: Clock;
  random: () => number;
  fetch: Fetch;
  openStream: OpenStream;
  sink: ItemSink;
  log: Logger;
};

/**
 * One server and who we are there: runs what `stepConnection` decides. It owns the socket, the alarm and the reads of
 * one account and has no opinions of its own; what it hears goes to the sink.
 */
export class Account {
  readonly id: AccountId;
  readonly #ports: AccountPorts;
  readonly #serverClock: ServerClock;
  #endpoint: Endpoint | undefined;
  #connection: Connection = stopped;
  #socket: StreamSocket | undefined;
  /** Ends the catching up of a socket that is no more. */
  #reads = new AbortController();
  /** Ends single reads when the account goes offline for good or moves. */
  #life = new AbortController();
  #cancelAlarm = () => {};
  #lastConnectedAt: number | undefined;

  constructor(id: AccountId, ports: AccountPorts) {
    this.id = id;
    this.#ports = ports;
    this.#serverClock = new ServerClock((offsetMs) => ports.sink.clockOffset(id, offsetMs));
  }

  /** Goes online at an address, or moves to another one. */
  connect(endpoint: Endpoint): void {
    const isSame = this.#endpoint?.url === endpoint.url && this.#endpoint.token === endpoint.token;
    if (!isSame) this.disconnect();
    this.#endpoint = endpoint;
    this.#dispatch({ type: 'started' });
    this.nudge();
  }

  disconnect(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#dispatch({ type: 'stopped' });
  }

  /** The network is back, the machine woke up, or the person said "retry now". */
  nudge(): void {
    this.#dispatch({ type: 'nudged' });
  }

  view(): AccountLink {
    return {
      id: this.id,
      url: this.#endpoint?.url ?? '',
      connection: viewOfConnection(this.#connection),
      clockOffsetMs: this.#serverClock.offsetMs,
      lastConnectedAt: this.#lastConnectedAt,
      transport: undefined,
      lastError: undefined,
    };
  }

  /** The server's time, in ms. */
  serverNow(): number {
    return this.#ports.clock.now() + this.#serverClock.offsetMs;
  }

  /** The REST side of the server, or undefined while its address is not known. */
  rest(): RestClient | undefined {
    if (!this.#endpoint) return undefined;
    const { fetch, clock } = this.#ports;
    const onDate = this.#serverClock.dateHeader.bind(this.#serverClock);
    return new RestClient(this.#endpoint.url, this.#endpoint.token, { fetch, clock, onDate });
  }

  /** Tells the server that the person has seen an item; while offline the next connection does. */
  acknowledge(id: NotificationId): void {
    if (this.#connection.at !== 'live' && this.#connection.at !== 'catching-up') return;
    this.#socket?.send(writeEnvelope('acknowledge', { notification_id: id }));
  }

  /** Reads one notification, takes it in, and returns what the server said. */
  async read(id: NotificationId): Promise<RestResult<Record<string, unknown>>> {
    const rest = this.rest();
    if (!rest) return fail({ kind: 'unreachable', why: 'The server is starting.' });
    const startedAt = this.#ports.clock.now();
    const read = await rest.notification(id, this.#life.signal);
    if (read.ok) this.#ports.sink.take(this.id, [read.value], { from: 'read', startedAt });
    return read;
  }

  /**
   * For a call that starts now: takes in that it was refused for its token (section 3). The result is false when another
   * token is in use since, of which the refusal says nothing.
   */
  tokenRefusal(): (verdict: 'unauthorized' | 'forbidden', why: string) => boolean {
    const token = this.#endpoint?.token;
    return (verdict, why) => {
      if (this.#endpoint?.token !== token) return false;
      this.#dispatch({ type: 'closed', socket: this.#connection.socket, ...this.#moment(), verdict, why });
      if (this.#connection.at === 'refused') this.#endSocket();
      return true;
    };
  }

  /** Reads one notification again, for what a stream message or a refusal could not tell. */
  async reread(id: NotificationId): Promise<void> {
    const rest = this.rest();
    if (!rest) return;
    const { sink, clock, log } = this.#ports;
    const read = await readAgain(id, { account: this.id, rest, sink, clock, signal: this.#life.signal });
    if (!read.ok) log.warn('reading a notification again failed', { account: this.id, why: whyOf(read.error) });
  }

  #dispatch(event: ConnectionEvent): void {
    const before = this.#connection;
    const [next, ...effects] = stepConnection(before, event);
    this.#connection = next;
    for (const effect of effects) this.#run(effect);
    if (next.at !== before.at) this.#tellState(next);
  }

  #tellState(next: Connection): void {
    if (next.at === 'live') {
      this.#lastConnectedAt = this.#ports.clock.now();
      for (const id of this.#ports.sink.unacknowledged(this.id)) this.acknowledge(id);
    }
    const why = next.at === 'waiting' ? next.why : next.at === 'refused' ? next.because : undefined;
    this.#ports.log.info('connection', { account: this.id, state: next.at, why });
    this.#ports.sink.connectionChanged(this.id, next.at === 'catching-up' || next.at === 'live');
  }

  #run(effect: ConnectionEffect): void {
    switch (effect.do) {
      case 'open':
        this.#open(effect.socket);
        break;
      case 'close':
        this.#endSocket();
        break;
      case 'catch-up':
        void this.#catchUp(effect.socket);
        break;
      case 'alarm':
        this.#cancelAlarm();
        this.#cancelAlarm = this.#ports.clock.at(effect.at, () => this.#dispatch({ type: 'alarm', ...this.#moment() }));
        break;
      case 'no-alarm':
        this.#cancelAlarm();
        break;
      default:
        unreachable(effect);
    }
  }

  #open(socket: number): void {
    this.#endSocket();
    if (!this.#endpoint) return;
    const { url, token } = this.#endpoint;
    const stream = `${url.replace(/^http/, 'ws').replace(/\/+$/, '')}/api/v1/client/stream?version=1.0`;
    this.#reads = new AbortController();
    this.#socket = this.#ports.openStream(stream, token, {
      opened: () => this.#dispatch({ type: 'opened', socket, now: this.#ports.clock.now() }),
      frame: (text) => this.#hear(socket, text),
      closed: (end) => this.#dispatch({ type: 'closed', socket, ...this.#moment(), ...end }),
    });
  }

  #endSocket(): void {
    this.#reads.abort();
    this.#socket?.end();
    this.#socket = undefined;
  }

  #hear(socket: number, text: string | undefined): void {
    this.#dispatch({ type: 'heard', socket, now: this.#ports.clock.now() });
    if (!('socket' in this.#connection) || this.#connection.socket !== socket) return;
    const { sink, log } = this.#ports;
    const frame = readFrame(text);
    switch (frame.type) {
      case 'notification':
        for (const id of sink.take(this.id, [frame.raw], { from: 'stream' })) void this.reread(id);
        break;
      case 'status_update':
        if (sink.statusChanged(this.id, frame.update)) void this.reread(frame.update.notification_id);
        break;
      case 'heartbeat':
        this.#socket?.send(writeEnvelope('heartbeat_ack'));
        this.#serverClock.heartbeat(frame.timestamp, this.#ports.clock.now());
        break;
      case 'error':
        log.warn('the server reported an error', { account: this.id, code: frame.code });
        break;
      case 'ignored':
        log.warn('a frame was ignored', { account: this.id, because: frame.because });
        break;
      default:
        unreachable(frame);
    }
  }

  async #catchUp(socket: number): Promise<void> {
    const rest = this.rest();
    if (!rest) return;
    const { sink, clock, log } = this.#ports;
    const { signal } = this.#reads;
    try {
      const done = await catchUp({ account: this.id, rest, sink, clock, signal });
      if (signal.aborted) return;
      if (done.ok) this.#dispatch({ type: 'caught-up', socket });
      else this.#catchUpFailed(socket, done.error);
    } catch (thrown) {
      log.error('catching up failed unexpectedly', { account: this.id, reason: reasonOf(thrown) });
      this.#dispatch({ type: 'catch-up-failed', socket, ...this.#moment(), why: 'Catching up failed unexpectedly.' });
    }
  }

  #catchUpFailed(socket: number, failure: RestFailure): void {
    if (failure.kind === 'refused' && failure.httpStatus === 401) {
      this.#dispatch({ type: 'closed', socket, ...this.#moment(), verdict: 'unauthorized', why: failure.message });
      this.#endSocket();
    } else this.#dispatch({ type: 'catch-up-failed', socket, ...this.#moment(), why: whyOf(failure) });
  }

  #moment(): { now: number; jitter: number } {
    return { now: this.#ports.clock.now(), jitter: this.#ports.random() };
  }
}

function whyOf(failure: RestFailure): string {
  return failure.kind === 'unreachable' ? failure.why : failure.message;
}
