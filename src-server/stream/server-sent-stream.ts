import type { ServerResponse } from 'node:http';
import { heartbeatIntervalMs } from '#shared/protocol/envelope';
import { formatInstant } from '#shared/protocol/instant';
import type { Clock } from '../clock/clock.ts';
import type { User } from '../keys/identities.ts';
import type { Stream } from './hub.ts';
import { closeGraceMs, mostBufferedBytes } from './slow-reader.ts';
import { asServerSent, streamEvent } from './stream-event.ts';

export type ServerSentStream = Stream & { drained(): Promise<void>; gone: Promise<void> };

/** A reply that never ends as a stream (section 7): `ping` every 30 s. `types` undefined is all of them. */
export function createServerSentStream(
  reply: ServerResponse,
  user: User,
  types: ReadonlySet<string> | undefined,
  clock: Clock,
): ServerSentStream {
  let cancelPing = () => {};
  const gone = new Promise<void>((resolve) => {
    reply.once('close', () => {
      cancelPing();
      resolve();
    });
  });
  const write: Stream['write'] = (event) => {
    if (reply.destroyed || reply.writableEnded) return false;
    const name = event.type === 'heartbeat' ? 'ping' : event.type;
    if (types && !types.has(name)) return false;
    if (reply.writableLength > mostBufferedBytes) {
      reply.destroy();
      return false;
    }
    reply.write(asServerSent(event));
    return true;
  };
  const ping = (): void => {
    cancelPing = clock.at(clock.now() + heartbeatIntervalMs, () => {
      write(streamEvent('heartbeat', { timestamp: formatInstant(clock.now()) }));
      ping();
    });
  };
  ping();
  const end = (): void => {
    reply.end();
    setTimeout(() => reply.destroy(), closeGraceMs).unref();
  };
  return {
    userId: user.id,
    kind: 'sse',
    write,
    gone,
    drained: () => (reply.writableNeedDrain ? Promise.race([gone, drain(reply)]) : Promise.resolve()),
    goAway: () => {
      end();
      return gone;
    },
    // There is no close code here: the client is told by the 401 of its next attempt.
    turnAway: end,
  };
}

function drain(reply: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    reply.once('drain', resolve);
  });
}
