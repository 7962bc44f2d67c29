import type { WebSocket } from 'ws';
import { heartbeatIntervalMs, silenceLimitMs } from '#shared/protocol/envelope';
import { formatInstant } from '#shared/protocol/instant';
import type { Clock } from '../clock/clock.ts';
import type { User } from '../keys/identities.ts';
import type { Stream } from './hub.ts';
import { closeGraceMs, mostBufferedBytes } from './slow-reader.ts';
import { asFrame, streamEvent } from './stream-event.ts';

export type SocketStream = Stream & {
  close(code: number, reason: string): void;
  /** Something came in: the silence starts anew. */
  heard(): void;
  drained(): Promise<void>;
};

/** A WebSocket as a stream: heartbeat every 30 s, closed after 60 s of silence or when its reader is too slow (6.3, 6.4). */
export function createSocketStream(socket: WebSocket, user: User, clock: Clock): SocketStream {
  let heardAt = clock.now();
  let cancelBeat = () => {};
  let cancelSilence = () => {};

  const close = (code: number, reason: string): void => {
    socket.close(code, reason);
    setTimeout(() => socket.terminate(), closeGraceMs).unref();
  };
  const write: Stream['write'] = (event) => {
    if (socket.readyState !== socket.OPEN) return false;
    if (socket.bufferedAmount > mostBufferedBytes) {
      close(1013, 'reading too slowly');
      return false;
    }
    socket.send(asFrame(event));
    return true;
  };
  const beat = (): void => {
    write(streamEvent('heartbeat', { timestamp: formatInstant(clock.now()) }));
    cancelBeat = clock.at(clock.now() + heartbeatIntervalMs, beat);
  };
  const watchSilence = (): void => {
    if (clock.now() - heardAt >= silenceLimitMs) close(4408, 'heartbeat not acknowledged');
    else cancelSilence = clock.at(heardAt + silenceLimitMs, watchSilence);
  };
  const gone = new Promise<void>((resolve) => {
    socket.once('close', () => {
      cancelBeat();
      cancelSilence();
      resolve();
    });
  });
  cancelBeat = clock.at(clock.now() + heartbeatIntervalMs, beat);
  watchSilence();

  return {
    userId: user.id,
    kind: 'websocket',
    write,
    close,
    heard: () => {
      heardAt = clock.now();
    },
    drained: () =>
      new Promise((resolve) => {
        void gone.then(resolve);
        // An empty pong leaves after everything before it.
        socket.pong('', false, () => resolve());
      }),
    goAway: () => {
      close(1001, 'the server is going away');
      return gone;
    },
    turnAway: () => close(4401, 'the token was revoked'),
  };
}
