import { z } from 'zod';
import { NotificationId } from './ids.ts';

/** The largest WebSocket message, in bytes (section 6.1). */
export const maxMessageBytes = 1_048_576;
/** How often the server sends a heartbeat, and after how much silence either side gives up, in ms (section 6.1). */
export const heartbeatIntervalMs = 30_000;
export const silenceLimitMs = 60_000;

/** A message of the stream in its envelope (section 6.2). Unknown types are ignored, a missing `data` is tolerated. */
export const Envelope = z.object({
  type: z.string(),
  data: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((data) => data ?? {}),
});
export type Envelope = z.infer<typeof Envelope>;

/** The `data` of a client's `acknowledge` (section 6.2). */
export const Acknowledge = z.object({ notification_id: NotificationId });

export type ServerMessageType = 'notification' | 'status_update' | 'heartbeat' | 'error';
export type ClientMessageType = 'acknowledge' | 'heartbeat_ack';

/** Writes a message for the stream; `data` is always there (resolution 20.10). */
export function writeEnvelope(type: ServerMessageType | ClientMessageType, data: object = {}): string {
  return JSON.stringify({ type, data });
}

export type CloseVerdict =
  | 'retry'
  | 'retry-at-once'
  | 'wait-a-minute'
  | 'unauthorized'
  | 'forbidden'
  | 'version'
  | 'policy';

/** What a client does after a close code (section 6.4); any other close leads to a reconnect (20.28). */
export function verdictOfClose(code: number): CloseVerdict {
  switch (code) {
    case 1008:
      return 'policy';
    case 4401:
      return 'unauthorized';
    case 4403:
      return 'forbidden';
    case 4408:
      return 'retry-at-once';
    case 4426:
      return 'version';
    case 4429:
      return 'wait-a-minute';
    default:
      return 'retry';
  }
}
