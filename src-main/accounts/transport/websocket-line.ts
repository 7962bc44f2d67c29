import { writeEnvelope } from '#shared/protocol/envelope';
import { readFrame } from '../frames.ts';
import type { OpenStream } from '../stream-socket.ts';
import { type OpenLine, streamUrl } from './line.ts';

/** The stream over a WebSocket (section 6): a heartbeat is acknowledged at once, a ping asks for a sign of life. */
export function webSocketLine(openStream: OpenStream): OpenLine {
  return ({ url, token }, listeners) => {
    const socket = openStream(streamUrl(url.replace(/^http/, 'ws'), 'stream'), token, {
      opened: listeners.opened,
      frame: (text) => {
        const frame = readFrame(text);
        if (frame.type === 'heartbeat') socket.send(writeEnvelope('heartbeat_ack'));
        listeners.frame(frame);
      },
      alive: listeners.alive,
      closed: listeners.closed,
    });
    return {
      acknowledge: (id) => socket.send(writeEnvelope('acknowledge', { notification_id: id })),
      probe: () => socket.ping(),
      end: () => socket.end(),
    };
  };
}
