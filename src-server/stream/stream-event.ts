import type { ServerMessageType } from '#shared/protocol/envelope';

/** Something to tell a client, written as JSON once for all streams. `id` is there when it can be resumed after (section 7). */
export type StreamEvent = { type: ServerMessageType; json: string; id?: string };

export function streamEvent(type: ServerMessageType, data: object, id?: string): StreamEvent {
  return { type, json: JSON.stringify(data), ...(id === undefined ? {} : { id }) };
}

/** The envelope of a WebSocket message (section 6.2). */
export function asFrame({ type, json }: StreamEvent): string {
  return `{"type":"${type}","data":${json}}`;
}

/** The event of a server-sent stream (section 7): no envelope; a heartbeat is called `ping` there. */
export function asServerSent({ type, json, id }: StreamEvent): string {
  const name = type === 'heartbeat' ? 'ping' : type;
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${json}\n\n`;
}
