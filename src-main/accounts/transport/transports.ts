import type { Transport } from '#shared/connection/connection';
import type { Fetch } from '../rest-client.ts';
import type { OpenStream } from '../stream-socket.ts';
import { eventStreamLine } from './event-stream-line.ts';
import type { OpenLine } from './line.ts';
import { pollingLine } from './polling-line.ts';
import { webSocketLine } from './websocket-line.ts';

/** The ways to an account's server, the best first. */
export function transportsOf(ports: { fetch: Fetch; openStream: OpenStream }): Record<Transport, OpenLine> {
  return {
    websocket: webSocketLine(ports.openStream),
    sse: eventStreamLine(ports.fetch),
    polling: pollingLine,
  };
}
