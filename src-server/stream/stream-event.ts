import { maxMessageBytes, type ServerMessageType } from '#shared/protocol/envelope';
import { isObject } from '#shared/protocol/json-shape';

/** Something to tell a client, written as JSON once for all streams. `id` is there when it can be resumed after (section 7). */
export type StreamEvent = { type: ServerMessageType; json: string; id?: string };

export function streamEvent(type: ServerMessageType, data: object, id?: string): StreamEvent {
  return { type, json: JSON.stringify(data), ...(id === undefined ? {} : { id }) };
}

/**
 * A notification as an event. One that would not fit into a message (section 6.3) is sent without the `data` of its
 * attachments; the client reads them by REST (section 18).
 */
export function notificationEvent(view: Record<string, unknown>): StreamEvent {
  const whole = streamEvent('notification', view);
  if (Buffer.byteLength(asFrame(whole)) <= maxMessageBytes) return whole;
  return streamEvent('notification', withoutInlineData(view));
}

function withoutInlineData(view: Record<string, unknown>): Record<string, unknown> {
  const { context } = view;
  if (!isObject(context) || !Array.isArray(context.attachments)) return view;
  const attachments = context.attachments.map((one: unknown) => {
    if (!isObject(one)) return one;
    const { data: _, ...rest } = one;
    return rest;
  });
  return { ...view, context: { ...context, attachments } };
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
