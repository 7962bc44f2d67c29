import type { OpenStream, StreamEnd, StreamSocket } from '#main/accounts/stream-socket';
import { diskTrouble } from '#main/store/sqlite-faults';

/**
 * Streams whose frames are stored or not heard at all: one that the disk does not take ends its stream, so that the
 * account comes back later and reads everything again. `cutAll` makes every account do so.
 */
export class StoringStreams {
  readonly #openStream: OpenStream;
  readonly #cuts = new Set<(end: StreamEnd) => void>();

  constructor(openStream: OpenStream) {
    this.#openStream = openStream;
  }

  readonly open: OpenStream = (url, token, listeners) => {
    const cut = (end: StreamEnd) => {
      socket.end();
      listeners.closed(end);
    };
    const socket: StreamSocket = this.#openStream(url, token, {
      ...listeners,
      frame: (text) => {
        try {
          listeners.frame(text);
        } catch (thrown) {
          const trouble = diskTrouble(thrown);
          if (trouble === undefined) throw thrown;
          this.#cuts.delete(cut);
          cut({ verdict: 'retry', why: `What came could not be stored: ${trouble}.` });
        }
      },
      closed: (end) => {
        this.#cuts.delete(cut);
        listeners.closed(end);
      },
    });
    this.#cuts.add(cut);
    return {
      send: (text) => socket.send(text),
      end: () => {
        this.#cuts.delete(cut);
        socket.end();
      },
    };
  };

  cutAll(why: string): void {
    const cuts = [...this.#cuts];
    this.#cuts.clear();
    for (const cut of cuts) cut({ verdict: 'retry', why });
  }
}
