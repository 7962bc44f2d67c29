import { Agent, type ClientRequestArgs } from 'node:http';
import type { Socket } from 'node:net';
import { type Duplex, PassThrough } from 'node:stream';

/** How long a connection waits for the next request, in ms: less than servers wait, and too short to sleep with. */
const idleMs = 4_000;

/** Node's types want a socket beside an error; nobody looks at it. */
const none = new PassThrough();

/** An agent of Node's HTTP whose connections are made elsewhere: one for `http:` and `https:` alike. */
export class DialingAgent extends Agent {
  readonly #dial: () => Promise<Socket>;
  // Node's HTTP reads both from an agent, to know what it may be used for and which port goes without saying.
  readonly protocol: string;
  readonly defaultPort: number;

  constructor(protocol: 'http:' | 'https:', dial: () => Promise<Socket>, { keepAlive }: { keepAlive: boolean }) {
    super(keepAlive ? { keepAlive, timeout: idleMs } : {});
    this.protocol = protocol;
    this.defaultPort = protocol === 'https:' ? 443 : 80;
    this.#dial = dial;
  }

  override createConnection(_options: ClientRequestArgs, onCreated?: (error: Error | null, socket: Duplex) => void) {
    this.#dial().then(
      (socket) => onCreated?.(null, socket),
      (thrown) => onCreated?.(thrown, none),
    );
    return null; // the callback brings it
  }
}
