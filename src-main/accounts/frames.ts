import { Envelope } from '#shared/protocol/envelope';
import { NotificationId } from '#shared/protocol/ids';
import { isObject, nestsDeeperThan } from '#shared/protocol/json-shape';
import { Status } from '#shared/protocol/lifecycle';
import { StatusUpdate } from '#shared/protocol/response';
import { maxNesting } from '#shared/protocol/send';

/** A message of the stream, read (sections 6.2 and 7). `ignored` says why one means nothing to us. */
export type Frame =
  | { type: 'notification'; raw: Record<string, unknown> }
  | { type: 'status_update'; update: StatusUpdate }
  /** A state that we do not know, or a change without its facts: the server is asked what has become of it (20.14). */
  | { type: 'unclear'; id: NotificationId }
  | { type: 'heartbeat'; timestamp: unknown }
  | { type: 'error'; code: string }
  | { type: 'ignored'; because: string };

const ignored = (because: string): Frame => ({ type: 'ignored', because });

/** Reads a frame of a WebSocket. Whatever it is, it never throws. */
export function readFrame(text: string | undefined): Frame {
  const json = text === undefined ? undefined : parseJson(text);
  if (json === undefined) return ignored(text === undefined ? 'binary' : 'not JSON');
  if (nestsDeeperThan(json, maxNesting + 2)) return ignored('nests too deeply');
  const envelope = Envelope.safeParse(json);
  return envelope.success ? frameOf(envelope.data.type, envelope.data.data) : ignored('not an envelope');
}

/** Reads a server-sent event: its name is the type, its data has no envelope (section 7). Never throws. */
export function readEvent(name: string, data: string): Frame {
  const json = parseJson(data);
  if (!isObject(json)) return ignored('not a JSON object');
  if (nestsDeeperThan(json, maxNesting + 1)) return ignored('nests too deeply');
  return frameOf(name === 'ping' ? 'heartbeat' : name, json);
}

function frameOf(type: string, data: Record<string, unknown>): Frame {
  switch (type) {
    case 'notification':
      return isUnknown(data.status) ? unclear(data.id) : { type, raw: data };
    case 'status_update': {
      const update = StatusUpdate.safeParse(data);
      return update.success ? { type, update: update.data } : unclear(data.notification_id);
    }
    case 'heartbeat':
      return { type, timestamp: data.timestamp };
    case 'error':
      return { type, code: typeof data.code === 'string' ? data.code.slice(0, 64) : 'unknown' };
    default:
      return ignored('unknown type');
  }
}

function isUnknown(status: unknown): boolean {
  return typeof status === 'string' && !Status.safeParse(status).success;
}

function unclear(raw: unknown): Frame {
  const id = NotificationId.safeParse(raw);
  return id.success ? { type: 'unclear', id: id.data } : ignored('about nothing');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
