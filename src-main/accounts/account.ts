import { type Logger, reasonOf } from '#main/logging/logger';
import { type DiskTrouble, diskTrouble, troubleWords } from '#main/store/sqlite-faults';
import type { Clock } from '#main/time/clock';
import {
  type Connection,
  type ConnectionEffect,
  type ConnectionEvent,
  stepConnection,
  stopped,
  type Transport,
  viewOfConnection,
} from '#shared/connection/connection';
import { isUp } from '#shared/connection/state';
import { noPast, pastAfter, transportOf } from '#shared/connection/view';
import type { AccountLink } from '#shared/inbox/app-state';
import type { AccountId } from '#shared/inbox/item-key';
import type { NotificationId } from '#shared/protocol/ids';
import { fail, unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { catchUp, readAgain } from './catch-up.ts';
import type { Frame } from './frames.ts';
import type { ItemSink } from './item-sink.ts';
import { Rereads } from './rereads.ts';
import { type Fetch, RestClient, type RestResult } from './rest-client.ts';
import { ServerClock } from './server-clock.ts';
import type { OpenStream } from './stream-socket.ts';
import type { Line, OpenLine } from './transport/line.ts';
import { askRest, endingOf } from './transport/rest-probe.ts';
import { transportsOf } from './transport/transports.ts';

/** Where a server is and who we are there. */
export type Endpoint = { url: string; token: string };

/** What the person or the system may say about the connections. */
export type Noticed = 'retry-now' | 'woke' | 'network-up' | 'network-down';

export type AccountPorts = {
  clock: Clock;
  random: () => number;
  fetch: Fetch;
  openStream: OpenStream;
  sink: ItemSink;
  log: Logger;
};

/** A line with the reads that end with it. */
type Open = { line: Line | undefined; reads: AbortController };

/** Two readings of the clocks that differ by more than this tell that somebody set the one on the wall, in ms. */
const jumpMs = 1_000;
/** Two clocks that count in ms may differ by less than this without anything having happened, in ms. */
const clockNoiseMs = 2;
/** So many single reads a polling round may cost. */
const singlesInRound = 8;

/**
 * One server and who we are there: runs what `stepConnection` decides. It owns the lines, the alarm and the reads of
 * one account and has no opinions of its own; what it hears goes to the sink.
 */
export class Account {
  readonly id: AccountId;
  readonly #ports: AccountPorts;
  readonly #serverClock: ServerClock;
  readonly #rereads = new Rereads((id) => this.#readOne(id));
  #endpoint: Endpoint | undefined;
  #transports: Record<Transport, OpenLine>;
  #connection: Connection = stopped;
  #past = noPast;
  #open = new Map<number, Open>();
  /** Ends single reads when the account goes offline for good or moves. */
  #life = new AbortController();
  #cancelAlarm = () => {};
  #rounds = 0;
  /** What came before this moment was complete: the start of the last catching up that came to its end, or our own. */
  #completeUpTo: number;
  #clockDrift: number;

  constructor(id: AccountId, ports: AccountPorts) {
    this.id = id;
    this.#ports = ports;
    this.#serverClock = new ServerClock((offsetMs) => ports.sink.clockOffset(id, offsetMs));
    this.#transports = transportsOf(ports);
    this.#clockDrift = this.#drift();
    this.#completeUpTo = ports.clock.now() - jumpMs;
  }

  /** Goes online at an address, or moves to another one. */
  connect(endpoint: Endpoint): void {
    const isSame = this.#endpoint?.url === endpoint.url && this.#endpoint.token === endpoint.token;
    if (!isSame) {
      this.disconnect();
      this.#transports = transportsOf(this.#ports);
    }
    this.#endpoint = endpoint;
    this.#dispatch({ type: 'started', now: this.#now() });
    this.noticed('retry-now');
  }

  disconnect(): void {
    this.#completeUpTo = this.#ports.clock.now() - jumpMs;
    this.#life.abort();
    this.#life = new AbortController();
    this.#rereads.clear();
    this.#dispatch({ type: 'stopped', now: this.#now() });
  }

  /** Ends what is open; the account comes back later and reads everything again. */
  cut(why: string): void {
    for (const socket of [...this.#open.keys()]) {
      this.#endLine(socket);
      this.#dispatch({ type: 'closed', socket, ...this.#moment(), verdict: 'retry', why });
    }
  }

  noticed(type: Noticed): void {
    this.#dispatch({ type, now: this.#now() });
    this.#watchClock();
  }

  view(): AccountLink {
    const toWall = this.#ports.clock.now() - this.#now();
    return {
      id: this.id,
      url: this.#endpoint?.url ?? '',
      connection: viewOfConnection(this.#connection, (ms) => ms + toWall),
      transport: transportOf(this.#connection),
      clockOffsetMs: this.#serverClock.offsetMs,
      ...this.#past,
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
    if (isUp(this.#connection)) this.#open.get(this.#connection.socket)?.line?.acknowledge(id);
  }

  /** Reads one notification, takes it in, and returns what the server said. */
  async read(id: NotificationId): Promise<RestResult<Record<string, unknown>>> {
    const rest = this.rest();
    if (!rest) return fail({ kind: 'unreachable', why: words.faults.starting });
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
      this.#dispatch({ type: 'catch-up-failed', socket: this.#connection.socket, ...this.#moment(), verdict, why });
      return true;
    };
  }

  /** Reads one notification again, for what a stream message or a refusal could not tell. */
  reread(id: NotificationId): Promise<void> {
    return this.#rereads.add(id);
  }

  #dispatch(event: ConnectionEvent): void {
    const before = this.#connection;
    const [next, ...effects] = stepConnection(before, event);
    this.#connection = next;
    this.#past = pastAfter(this.#past, before, next, this.#ports.clock.now());
    for (const effect of effects) this.#run(effect);
    if (next.at !== before.at || transportOf(next) !== transportOf(before)) this.#tellState(next);
  }

  #tellState(next: Connection): void {
    if (next.at === 'live') {
      this.#rereads.resume();
      for (const id of this.#ports.sink.unacknowledged(this.id)) this.acknowledge(id);
    }
    const why = next.at === 'waiting' || next.at === 'refused' ? next.why : undefined;
    this.#ports.log.info('connection', { account: this.id, state: next.at, transport: transportOf(next), why });
    this.#ports.sink.connectionChanged(this.id, isUp(next));
  }

  #run(effect: ConnectionEffect): void {
    switch (effect.do) {
      case 'open':
        this.#openLine(effect.socket, effect.transport);
        break;
      case 'close':
        this.#endLine(effect.socket);
        break;
      case 'catch-up':
        void this.#catchUp(effect.socket);
        break;
      case 'probe':
        this.#open.get(effect.socket)?.line?.probe();
        break;
      case 'ask':
        void this.#ask(effect.socket);
        break;
      case 'alarm':
        this.#cancelAlarm();
        this.#cancelAlarm = this.#ports.clock.after(Math.max(0, effect.at - this.#now()), () => {
          this.#dispatch({ type: 'alarm', ...this.#moment() });
          this.#watchClock();
        });
        break;
      case 'no-alarm':
        this.#cancelAlarm();
        break;
      default:
        unreachable(effect);
    }
  }

  #openLine(socket: number, transport: Transport): void {
    const rest = this.rest();
    if (!this.#endpoint || !rest) return;
    const open: Open = { line: undefined, reads: new AbortController() };
    this.#open.set(socket, open);
    const isOpen = () => this.#open.get(socket) === open;
    open.line = this.#transports[transport](
      { ...this.#endpoint, rest },
      {
        opened: () => this.#dispatch({ type: 'opened', socket, now: this.#now() }),
        frame: (frame) => {
          this.#watchClock();
          this.#dispatch({ type: 'heard', socket, now: this.#now() });
          if (isOpen() && this.#connection.socket === socket) this.#hearOrCut(frame);
        },
        alive: () => this.#dispatch({ type: 'heard', socket, now: this.#now() }),
        proven: () => this.#dispatch({ type: 'proven', socket, now: this.#now() }),
        closed: (ending) => {
          if (!isOpen()) return;
          this.#endLine(socket);
          this.#dispatch({ type: 'closed', socket, ...this.#moment(), ...ending });
        },
      },
    );
  }

  #endLine(socket: number): void {
    const open = this.#open.get(socket);
    this.#open.delete(socket);
    open?.reads.abort();
    open?.line?.end();
  }

  /** What cannot be stored was not heard: the line ends, and all is read again once the disk takes it. */
  #hearOrCut(frame: Frame): void {
    try {
      this.#hear(frame);
    } catch (thrown) {
      const trouble = diskTrouble(thrown);
      if (trouble === undefined) throw thrown;
      this.cut(notStored(trouble));
    }
  }

  #hear(frame: Frame): void {
    const { sink, log, clock } = this.#ports;
    switch (frame.type) {
      case 'notification':
        for (const id of sink.take(this.id, [frame.raw], { from: 'stream' })) void this.reread(id);
        break;
      case 'status_update':
        if (sink.statusChanged(this.id, frame.update)) void this.reread(frame.update.notification_id);
        break;
      case 'unclear':
        void this.reread(frame.id);
        break;
      case 'heartbeat':
        if (this.#serverClock.heartbeat(frame.timestamp, clock.now())) void this.#askTheTime();
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
    const reads = this.#open.get(socket)?.reads;
    if (!rest || !reads) return;
    const { sink, clock, log } = this.#ports;
    const { signal } = reads;
    this.#watchClock();
    const startedAt = clock.now();
    const isRound = this.#connection.at === 'live';
    const mostSingles = isRound ? singlesInRound : Number.POSITIVE_INFINITY;
    const limits = { completeUpTo: this.#completeUpTo, mostSingles, round: this.#rounds++ };
    try {
      const done = await catchUp({ account: this.id, rest, sink, clock, signal }, limits);
      if (signal.aborted) return;
      if (done.ok) {
        this.#completeUpTo = startedAt - jumpMs;
        this.#dispatch({ type: 'caught-up', socket, now: this.#now(), reads: done.value });
      } else this.#dispatch({ type: 'catch-up-failed', socket, ...this.#moment(), ...endingOf(done.error) });
    } catch (thrown) {
      const trouble = diskTrouble(thrown);
      log.error('catching up failed unexpectedly', { account: this.id, reason: reasonOf(thrown) });
      const why = trouble === undefined ? words.faults.catchingUpFailed : notStored(trouble);
      const ending = { verdict: 'retry', why } as const;
      this.#dispatch({ type: 'catch-up-failed', socket, ...this.#moment(), ...ending });
    }
  }

  async #ask(socket: number): Promise<void> {
    const rest = this.rest();
    const { signal } = this.#life;
    const sign = rest && (await askRest(rest, signal));
    if (sign && !signal.aborted) this.#dispatch({ type: 'asked', socket, now: this.#now(), answered: sign.answered });
  }

  async #readOne(id: NotificationId): Promise<boolean> {
    const rest = this.rest();
    const { signal } = this.#life;
    if (!rest || signal.aborted) return true;
    const { sink, clock, log } = this.#ports;
    const read = await readAgain(id, { account: this.id, rest, sink, clock, signal }).catch((thrown: unknown) => {
      const trouble = diskTrouble(thrown);
      if (trouble === undefined) throw thrown;
      this.cut(notStored(trouble));
      return undefined;
    });
    if (!read) return false;
    if (!read.ok) log.warn('reading a notification again failed', { account: this.id, why: endingOf(read.error).why });
    return read.ok || signal.aborted;
  }

  /** The clock on the wall was set, or the machine slept: what we knew of the server's time may be wrong now. */
  #watchClock(): void {
    const jumped = this.#drift() - this.#clockDrift;
    if (Math.abs(jumped) < clockNoiseMs) return;
    this.#clockDrift += jumped;
    if (Math.abs(jumped) < jumpMs) {
      this.#serverClock.clockSet(jumped); // no sleep is that short
      this.#completeUpTo += Math.min(0, jumped);
      return;
    }
    // What comes in now looks as if it had come before: nothing is taken for complete until all was read once.
    if (jumped < 0) this.#completeUpTo = Number.NEGATIVE_INFINITY;
    if (isUp(this.#connection)) void this.#askTheTime();
  }

  /** Any read brings a `Date` header. */
  async #askTheTime(): Promise<void> {
    const rest = this.rest();
    if (rest) await askRest(rest, this.#life.signal);
  }

  #drift(): number {
    return this.#ports.clock.now() - this.#ports.clock.monotonic();
  }

  #now(): number {
    return this.#ports.clock.monotonic();
  }

  #moment(): { now: number; jitter: number } {
    return { now: this.#now(), jitter: this.#ports.random() };
  }
}

function notStored(trouble: DiskTrouble): string {
  return words.storage.notStored(troubleWords(trouble));
}
