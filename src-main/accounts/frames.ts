import { Envelope } from '#shared/protocol/envelope';
import { nestsDeeperThan } from '#shared/protocol/json-shape';
import { StatusUpdate } from '#shared/protocol/response';
import { maxNesting } from '#shared/protocol/send';

/** A frame of the stream, read (section 6.2). `ignored` says why a frame means nothing to us. */
export type Frame =
  | { type: 'notification'; raw: Record<string, unknown> }
  | { type: 'status_update'; update: StatusUpdate }
  | { type: 'heartbeat'; timestamp: unknown }
  | { type: 'error'; code: string }
  | { type: 'ignored'; because: string };

const ignored = (because: string): Frame => ({ type: 'ignored', because });

/** Reads a frame. Whatever it is, it never throws. */
export function readFrame(text: string | undefined): Frame {
  if (text === undefined) return ignored('binary');
  const json = parseJson(text);
  if (json === undefined) return ignored('not JSON');
  if (nestsDeeperThan(json, maxNesting + 2)) return ignored('nests too deeply');
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return ignored('not an envelope');
  const { type, data } = envelope.data;
  switch (type) {
    case 'notification':
      return { type, raw: data };
    case 'status_update': {
      const update = StatusUpdate.safeParse(data);
      return update.success ? { type, update: update.data } : ignored('not a status update');
    }
    case 'heartbeat':
      return { type, timestamp: data.timestamp };
    case 'error':
      return { type, code: typeof data.code === 'string' ? data.code.slice(0, 64) : 'unknown' };
    default:
      return ignored('unknown type');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
